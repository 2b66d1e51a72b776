/** Stands in the place of Uppy's plugin for thumbnails, which the dashboard is told not to use. */
export default class NoThumbnails {}
