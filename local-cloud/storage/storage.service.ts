import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';
import { contentTypeOf } from '../gateway/content-type';
import type { Invocation } from '../meter/invocation';
import type { Meter } from '../meter/meter';
import type { Caller, RouteReply, RouteRequest, Service, WireReply } from '../service';
import { cloudPathOf, cloudPathProblem, fileIdOf } from './cloud-path';
import { createObjectFolder, ObjectTooLarge } from './object-folder';

/** Files of a call to `getTempFileURL` or `deleteFile`. */
const FILES_PER_CALL = 50;
/** The API page says 10 minutes for a private file, the guide 2 hours: the shorter one shows bugs. */
const DEFAULT_MAX_AGE = 600;
const UPLOAD_TICKET_MS = 15 * 60_000;
const FUNCTION_UPLOAD_LIMIT = 50 * 1024 * 1024;
const CLIENT_UPLOAD_LIMIT = 10 * 1024 * 1024;

interface StorageOptions {
  dir: string;
  env: string;
  clock: Clock;
  account: AccountStore;
  meter: Meter;
  /** `http://127.0.0.1:PORT` */
  origin(): string;
}

interface UploadTicket {
  cloudPath: string;
  expiresAt: number;
  invocation?: Invocation;
}

const failed = (code: string, message: string): WireReply => ({ body: { code, message } });

const storageXml = (status: number, code: string, message: string): RouteReply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
});

/** Files of the functions and of the phones. Only signed addresses can be read. */
export function createStorage(options: StorageOptions): Service {
  const { env, clock, account, meter } = options;
  const objects = createObjectFolder(path.join(options.dir, 'storage'));
  const secret = account.remembered('storage.secret', () => randomBytes(32).toString('hex'));
  const tickets = new Map<string, UploadTicket>();
  /** Which call asked for an address, so that its download is counted to it. */
  const askedBy = new Map<string, Invocation>();

  const signature = (key: string, expiresAt: number) =>
    createHmac('sha256', secret).update(`${key}\n${expiresAt}`).digest('hex');

  function getUploadMetadata(body: Record<string, unknown>, caller: Caller): WireReply {
    const problem = cloudPathProblem(body.path);
    if (problem) return failed('STORAGE_SIGN_PARAM_INVALID', problem);
    const cloudPath = String(body.path);
    const token = randomBytes(16).toString('hex');
    const { invocation } = caller;
    tickets.set(token, {
      cloudPath,
      expiresAt: clock.now() + UPLOAD_TICKET_MS,
      ...(invocation && { invocation }),
    });
    const fileId = fileIdOf(env, cloudPath);
    const url = `${options.origin()}/storage/upload/${token}`;
    // The SDK sends this one as a header, where Chinese would not pass.
    const cosFileId = objects.key(cloudPath);
    return { body: { data: { url, token, authorization: token, fileId, cosFileId } } };
  }

  async function acceptUpload({ rest, message }: RouteRequest): Promise<RouteReply> {
    const ticket = tickets.get(rest);
    if (!ticket || message.headers.authorization !== rest || ticket.expiresAt < clock.now())
      return storageXml(403, 'SignatureDoesNotMatch', 'the upload address is unknown or expired');
    tickets.delete(rest);
    try {
      await objects.write(objects.key(ticket.cloudPath), message, FUNCTION_UPLOAD_LIMIT);
    } catch (error) {
      if (!(error instanceof ObjectTooLarge)) throw error;
      return storageXml(400, 'EntityTooLarge', error.message);
    }
    meter.request(ticket.invocation, 'storage.upload');
    return { status: 200, body: '' };
  }

  function downloadUrl(fileId: string, maxAge: unknown, invocation?: Invocation): object {
    const cloudPath = cloudPathOf(env, fileId);
    const key = cloudPath && objects.key(cloudPath);
    if (!key || objects.size(key) === undefined)
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId, tempFileURL: '' };
    const seconds = typeof maxAge === 'number' && maxAge > 0 ? maxAge : DEFAULT_MAX_AGE;
    const expiresAt = clock.now() + seconds * 1_000;
    const sign = signature(key, expiresAt);
    if (invocation) askedBy.set(sign, invocation);
    const tempFileURL = `${options.origin()}/storage/files/${key}?t=${expiresAt}&sign=${sign}`;
    return { code: 'SUCCESS', fileID: fileId, tempFileURL, maxAge: seconds };
  }

  function batchGetDownloadUrl(body: Record<string, unknown>, { invocation }: Caller): WireReply {
    const files = body.file_list as { fileid: string; max_age?: number }[];
    if (files.length > FILES_PER_CALL)
      return failed('INVALID_PARAM', `at most ${FILES_PER_CALL} files a call`);
    const download_list = files.map((file) => downloadUrl(file.fileid, file.max_age, invocation));
    return { body: { data: { download_list } } };
  }

  function serve({ rest, url }: RouteRequest): RouteReply {
    const expiresAt = Number(url.searchParams.get('t'));
    const sign = url.searchParams.get('sign') ?? '';
    const expected = signature(rest, expiresAt);
    if (
      sign.length !== expected.length ||
      !timingSafeEqual(Buffer.from(sign), Buffer.from(expected)) ||
      expiresAt < clock.now()
    )
      return storageXml(403, 'AccessDenied', 'the address is not signed or has expired');
    const size = objects.size(rest);
    if (size === undefined) return storageXml(404, 'NoSuchKey', 'the file does not exist');

    const asker = askedBy.get(sign);
    meter.request(asker?.isRunning ? asker : undefined, 'storage.download');
    if (!asker?.isRunning) askedBy.delete(sign);
    return {
      headers: { 'content-type': contentTypeOf(rest), 'content-length': String(size) },
      body: objects.read(rest),
    };
  }

  async function batchDeleteFile(body: Record<string, unknown>): Promise<WireReply> {
    const fileIds = body.fileid_list as string[];
    if (fileIds.length > FILES_PER_CALL)
      return failed('INVALID_PARAM', `at most ${FILES_PER_CALL} files a call`);
    const delete_list: object[] = [];
    for (const fileID of fileIds) {
      const cloudPath = cloudPathOf(env, fileID);
      const removed = cloudPath !== undefined && (await objects.remove(objects.key(cloudPath)));
      delete_list.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
    }
    return { body: { data: { delete_list } } };
  }

  /** `wx.cloud.uploadFile` of the browser build: the file as body, its path in `x-cloud-path`. */
  async function uploadFromPhone({ openid, message, bytes }: RouteRequest): Promise<RouteReply> {
    const refuse = (errCode: number, why: string): RouteReply => ({
      body: { errCode, errMsg: `cloud.uploadFile:fail ${why}` },
    });
    if (!openid) return refuse(-501023, 'permission denied: no openid');
    const cloudPath = decodeURIComponent(String(message.headers['x-cloud-path'] ?? ''));
    const problem = cloudPathProblem(cloudPath);
    if (problem) return refuse(-503004, problem);
    if (Number(message.headers['content-length'] ?? 0) > CLIENT_UPLOAD_LIMIT)
      return refuse(-403001, 'file too large, at most 10 MB');
    const content = await bytes(CLIENT_UPLOAD_LIMIT);
    await objects.write(objects.key(cloudPath), Readable.from([content]), CLIENT_UPLOAD_LIMIT);
    meter.request(undefined, 'storage.upload');
    return { body: { fileID: fileIdOf(env, cloudPath), errMsg: 'cloud.uploadFile:ok' } };
  }

  return {
    name: 'storage',
    actions: {
      'storage.getUploadMetadata': getUploadMetadata,
      'storage.batchGetDownloadUrl': batchGetDownloadUrl,
      'storage.batchDeleteFile': batchDeleteFile,
    },
    routes: [
      { method: 'PUT', path: '/storage/upload/', handle: acceptUpload },
      { method: 'GET', path: '/storage/files/', handle: serve },
      { method: 'POST', path: '/wx/upload', handle: uploadFromPhone },
    ],
  };
}
