/** A picture on this phone, made small: a JPEG of at most LONGEST_SIDE px. */
export interface LocalPhoto {
  /** Where the phone shows it from. */
  preview: string;
  /** What is sent: on a phone the path of the file, in a browser its bytes. */
  file: string | Blob;
}

export const LONGEST_SIDE = 1280;
export const QUALITY = 75;

/** 0 to 1. */
export type OnProgress = (sent: number) => void;
