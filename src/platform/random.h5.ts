/** Random bytes that nobody can guess. */
export const randomBytes = (length: number): Uint8Array =>
  window.crypto.getRandomValues(new Uint8Array(length));
