export { addMany } from './addMany';
export { FileApiUpload, type FileApiUploadOptions, type UploadedFile } from './plugin';
export { type Problem, ServiceError } from './service';
