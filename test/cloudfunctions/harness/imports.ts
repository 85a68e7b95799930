import { uploadPathOf } from '../../../domain/roster/roster-import.schema';
import type { RosterFile } from '../../fixtures/rosters/book';
import { newRosterId, type RosterImportView } from '../../fixtures/rosters/import-view';
import { type CastMember, SCHOOL_ID } from '../../school/cast';
import type { TestCloud } from './cloud';

export type Reply<T> = { data: T } | { error: { code: string; message: string } };

/** What was answered. @throws if it was an error */
export async function done<T = RosterImportView>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply;
  if ('error' in answer) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.data;
}

/**
 * The way of a file into a school, as the phone of an office goes it.
 *
 * @param world asked with every step, for it is started later
 * @param more  what is sent with the file: which list it is
 */
export function importsOf(world: () => TestCloud, office: CastMember, more: object = {}) {
  const ask = async <T = RosterImportView>(kind: string, input: unknown, as = office) =>
    (await world().cloud.callFunction<Reply<T>>('documents', { kind, input }, as.openid)).result;

  /** Puts a file where the phone puts it. */
  async function upload(file: RosterFile, importId: string): Promise<string> {
    const path = uploadPathOf(SCHOOL_ID, importId, file.name.endsWith('.csv'));
    const response = await fetch(`${world().cloud.url}/wx/upload`, {
      method: 'POST',
      headers: { 'x-wx-openid': office.openid, 'x-cloud-path': encodeURIComponent(path) },
      body: new Uint8Array(file.content),
    });
    const { fileID = '' } = (await response.json()) as { fileID?: string };
    return fileID;
  }

  async function stage(file: RosterFile, as = office) {
    const importId = newRosterId();
    const fileId = await upload(file, importId);
    const input = { importId, fileId, fileName: file.name, ...more };
    return { input, reply: ask('rosterImport.plan', input, as) };
  }

  const check = (view: RosterImportView, changed: object = {}) =>
    done(
      ask('rosterImport.revise', {
        ...{ importId: view.id, rev: view.rev, writeId: newRosterId(), movesStudents: false },
        ...{ mapping: view.columns.map(({ field }) => field), ...changed },
      }),
    );

  const step = (verb: 'submit' | 'void', importId: string) =>
    done(ask(`rosterImport.${verb}`, { importId }));

  async function run(verb: 'submit' | 'void', importId: string): Promise<RosterImportView> {
    const end = verb === 'submit' ? 'applied' : 'undone';
    let view = await step(verb, importId);
    for (let calls = 1; view.state !== end && calls < 60; calls += 1)
      view = await step(verb, importId);
    return view;
  }

  return { ask, upload, stage, check, step, run };
}
