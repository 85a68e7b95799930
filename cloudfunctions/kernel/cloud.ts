/**
 * The only place that imports the cloud's SDK. Its own types are loose (`any`, `void | string`);
 * what we use of it is typed here, once, so that what the cloud offers us reads on one page.
 */
import cloud from 'wx-server-sdk';

/** A condition or value built by the SDK's command object; opaque to us. */
export type Condition = object;

export interface Query {
  where(condition: object): Query;
  /** Changes every document that matches, one after the other, each as a whole. */
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  /** Removes every document that matches. */
  remove(): Promise<{ stats: { removed: number } }>;
  orderBy(field: string, order: 'asc' | 'desc'): Query;
  limit(count: number): Query;
  field(projection: Record<string, boolean>): Query;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
}

export interface DocumentReference {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  remove(): Promise<unknown>;
}

/** The stages of a join's own pipeline; opaque to us. */
export type Stages = readonly object[];

interface Pipeline<Self> {
  match(condition: object): Self;
  sort(order: Record<string, 1 | -1>): Self;
  limit(count: number): Self;
  project(projection: Record<string, boolean>): Self;
}

interface JoinedPipeline extends Pipeline<JoinedPipeline> {
  done(): Stages;
}

interface Aggregate extends Pipeline<Aggregate> {
  /** Joins by equality, or whatever a pipeline of its own finds. */
  lookup(
    options: { from: string; as: string } & (
      | { localField: string; foreignField: string }
      | { pipeline: Stages }
    ),
  ): Aggregate;
  end(): Promise<{ list: unknown[] }>;
}

export interface Collection extends Query {
  doc(id: string): DocumentReference;
  add(options: { data: object }): Promise<{ _id: string }>;
  aggregate(): Aggregate;
}

export interface SdkTransaction {
  collection(name: string): { doc(id: string): DocumentReference };
}

interface Database {
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  runTransaction<T>(body: (tx: SdkTransaction) => Promise<T>, retries: number): Promise<T>;
  command: {
    in(values: readonly unknown[]): Condition;
    neq(value: unknown): Condition;
    gt(value: unknown): Condition;
    gte(value: unknown): Condition;
    lt(value: unknown): Condition;
    lte(value: unknown): Condition;
    inc(by: number): Condition;
    or(conditions: readonly object[]): Condition;
    and(conditions: readonly object[]): Condition;
    aggregate: { pipeline(): JoinedPipeline };
  };
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/** A missing document is `data: null`, not an exception (SDK option `throwOnNotFound`). */
export const db = cloud.database({ throwOnNotFound: false } as object) as unknown as Database;
export const command = db.command;

/** Who called: fresh for every invocation, never kept at module level (platform rule). */
export function caller(): { openid: string | null; source: string } {
  const { OPENID, SOURCE } = cloud.getWXContext();
  // Functions that call functions chain their sources with commas; the first is the true origin.
  return { openid: OPENID || null, source: (SOURCE ?? '').split(',')[0] ?? '' };
}

/** Throws when it exists. */
export const createCollection = (name: string): Promise<unknown> => db.createCollection(name);

/** Addresses of stored files that can be read for ten minutes, without those that are gone. */
export async function temporaryUrls(fileIds: readonly string[]): Promise<string[]> {
  const { fileList } = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as {
    fileList: { tempFileURL: string }[];
  };
  return fileList.map(({ tempFileURL }) => tempFileURL).filter((url) => url !== '');
}

/** Store a file; the path must be unguessable, for storage is only as private as its names. */
export async function uploadFile(cloudPath: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content });
  return fileID;
}

/**
 * The content of a stored file.
 *
 * @returns null if there is none, or if it is larger than `maxBytes`: no more than that is ever held
 */
export async function readFile(fileId: string, maxBytes: number): Promise<Buffer | null> {
  const [url] = await temporaryUrls([fileId]);
  const response = url === undefined ? null : await fetch(url);
  if (!response?.ok || !response.body) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The cloud takes so many files a call. */
const FILES_A_CALL = 50;

/** Delete stored files; one that is gone already is no error. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  for (let at = 0; at < fileIds.length; at += FILES_A_CALL) {
    await cloud.deleteFile({ fileList: fileIds.slice(at, at + FILES_A_CALL) });
  }
}

interface MessageCheck {
  version: 2;
  scene: number;
  openid: string;
  content: string;
}

/**
 * WeChat's `wxacode.getUnlimited`: a picture that opens a page of the mini-program with a scene of at
 * most 32 characters; needs its permission in the function's config.json. The page need not be
 * published yet: a school sets up before its first release.
 */
export async function miniProgramCode(scene: string, page: string): Promise<Buffer> {
  const { buffer } = await cloud.openapi.wxacode.getUnlimited({ scene, page, checkPath: false });
  return buffer;
}

/** What WeChat answers a code that it does not know, or that was used or is older than five minutes. */
const INVALID_CODE = 40029;

/**
 * The number behind a code of `getPhoneNumber`; needs its permission in the function's config.json.
 * It costs money where the school's category is not 学历教育.
 *
 * @returns null for a code that is not good any more
 */
export async function phoneNumberOf(code: string): Promise<string | null> {
  try {
    const { phoneInfo } = await cloud.openapi.phonenumber.getPhoneNumber({ code });
    return phoneInfo.purePhoneNumber;
  } catch (error) {
    if ((error as { errCode?: number }).errCode === INVALID_CODE) return null;
    throw error;
  }
}

/** WeChat's `security.msgSecCheck`; needs its permission in the function's config.json. */
export const checkMessage = (check: MessageCheck): Promise<{ result: { suggest: string } }> =>
  cloud.openapi.security.msgSecCheck(check);

export interface SubscribeMessage {
  touser: string;
  templateId: string;
  /** Without a slash before it; empty opens nothing. */
  page: string;
  data: Record<string, { value: string }>;
  miniprogramState: 'formal' | 'trial' | 'developer';
  lang: 'zh_CN';
}

/**
 * WeChat's `subscribeMessage.send`; needs its permission in the function's config.json.
 *
 * @throws an error with `errCode` for whatever is not sent
 */
export const sendSubscribeMessage = (message: SubscribeMessage): Promise<{ errCode: number }> =>
  cloud.openapi.subscribeMessage.send(message);
