/**
 * 文件名命名限制: at most 850 bytes of UTF-8, no slash in front, no two slashes in a row.
 * @returns why the path is refused, or undefined when it is fine.
 */
export function cloudPathProblem(cloudPath: unknown): string | undefined {
  if (typeof cloudPath !== 'string' || cloudPath === '') return 'cloudPath is empty';
  if (Buffer.byteLength(cloudPath) > 850) return 'cloudPath is longer than 850 bytes';
  if (cloudPath.startsWith('/')) return 'cloudPath starts with /';
  if (cloudPath.includes('//')) return 'cloudPath contains //';
  if (cloudPath.split('/').some((part) => part === '.' || part === '..'))
    return 'cloudPath contains . or .. as a folder';
  return undefined;
}

const PREFIX = (env: string) => `cloud://${env}.local-${env}/`;

export const fileIdOf = (env: string, cloudPath: string) => PREFIX(env) + cloudPath;

/** The path behind a file id of this environment; undefined for any other text. */
export function cloudPathOf(env: string, fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX(env))) return undefined;
  const cloudPath = fileId.slice(PREFIX(env).length);
  return cloudPathProblem(cloudPath) ? undefined : cloudPath;
}
