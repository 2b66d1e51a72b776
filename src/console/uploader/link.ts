import type { IssuedUpload, UploadRef } from './service';

/** A link that ends within this time is not used any more, in milliseconds. */
const MARGIN = 5 * 60_000;

/** The link of an upload, renewed before it ends. */
export class Link {
  private current: Promise<IssuedUpload>;

  constructor(
    issued: IssuedUpload,
    private readonly renewal: (upload: UploadRef) => Promise<IssuedUpload>,
  ) {
    this.current = Promise.resolve(issued);
  }

  /** Returns a link that is good for some minutes, with the headers for a whole file. */
  async get(): Promise<IssuedUpload> {
    const link = await this.current;
    return Date.parse(link.expires_at) - Date.now() > MARGIN ? link : this.after(link);
  }

  /** Returns the link that follows one that was refused; those who ask at the same time get the same. */
  async after(refused: IssuedUpload): Promise<IssuedUpload> {
    const link = await this.current;
    if (link.upload !== refused.upload) {
      return link;
    }
    this.current = this.renewal(refused).catch((error) => {
      this.current = Promise.resolve(refused);
      throw error;
    });
    return this.current;
  }
}
