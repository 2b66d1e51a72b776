/** Stands in the place of Uppy's views of remote drives, of which the dashboard takes an icon only. */
export const defaultPickerIcon = () => null;
