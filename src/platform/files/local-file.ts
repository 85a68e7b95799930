/** A file that a person chose. */
export interface LocalFile {
  name: string;
  /** Bytes. */
  size: number;
  /** What is sent: on a phone the path of the file, in a browser its bytes. */
  file: string | Blob;
}
