import type { DocumentReader } from './document-kind';

/** Every step of reading a file that came in. */
export const READERS: Readonly<Record<string, DocumentReader>> = {};
