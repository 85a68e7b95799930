import { inflateRawSync } from 'node:zlib';

/** A file that is not read, with a sentence that says what to do. */
export class FileRefused extends Error {}

/** What a class list needs is far below; what a trap needs is far above. */
const MAX_ENTRIES = 1_000;
const MAX_INFLATED = 40 * 1024 * 1024;

const TOO_LARGE = '这个文件展开以后太大了。请只留下花名册这一张表，另存为新文件再导入。';
const DAMAGED = '这个文件打不开，可能没有下载完整。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。';

interface Entry {
  name: string;
  method: number;
  isEncrypted: boolean;
  content: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The entries that the archive's own directory names, nothing inflated yet. */
function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new FileRefused(DAMAGED);
  const count = archive.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new FileRefused(TOO_LARGE);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new FileRefused(DAMAGED);
    const nameLength = archive.readUInt16LE(at + 28);
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(local) !== LOCAL) throw new FileRefused(DAMAGED);
    // The local header repeats name and extras, of a length of its own.
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      content: archive.subarray(from, from + size),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The wanted entries of a zip archive, inflated. Sizes that the archive states are not believed:
 * inflating stops at the limit, whatever it claims.
 *
 * @param wants asked with each entry's name; a refusal may be thrown there
 * @throws FileRefused
 */
export function unpack(archive: Buffer, wants: (name: string) => boolean): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let left = MAX_INFLATED;
  let entries: Entry[];
  try {
    entries = entriesOf(archive).filter(({ name }) => wants(name));
  } catch (error) {
    // Reading past the end of the archive is a RangeError.
    throw error instanceof FileRefused ? error : new FileRefused(DAMAGED);
  }
  for (const { name, method, isEncrypted, content } of entries) {
    if (isEncrypted) throw new FileRefused('这个文件设了密码。请取消密码，另存为新文件再导入。');
    const inflated = inflate(content, method, left);
    left -= inflated.length;
    if (left <= 0) throw new FileRefused(TOO_LARGE);
    files.set(name, inflated);
  }
  return files;
}

const STORED = 0;
const DEFLATED = 8;

function inflate(content: Buffer, method: number, maxOutputLength: number): Buffer {
  if (method === STORED) return content;
  if (method !== DEFLATED) throw new FileRefused(DAMAGED);
  try {
    return inflateRawSync(content, { maxOutputLength });
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new FileRefused(isTooLarge ? TOO_LARGE : DAMAGED);
  }
}
