import type { Member } from '../../domain/access/roles';
import { isStillDue } from '../../domain/reminder/mark';
import { messageData, messagePage } from '../../domain/reminder/outbox.rules';
import {
  type Check,
  creditIdOf,
  type Reminder,
  type Unreached,
} from '../../domain/reminder/reminder.schema';
import type { MessageTemplate, Templates } from '../../domain/reminder/templates';
import {
  changeClaimed,
  clearCredits,
  readCredits,
  spendCredits,
} from '../api/reminder/reminder.store';
import { readByIds } from '../kernel/database';
import { inLanes } from './lanes';
import { type Outcome, sendMessage } from './send-message';

/** How many went which way. */
export type SendReport = Record<'sent' | 'inboxOnly' | 'withdrawn' | 'postponed', number>;

/** What the batches of one run share. */
export interface Run {
  now: Date;
  /** Its name on what it took. */
  claim: string;
  templates: Templates;
  /** Templates that WeChat refused in this run. */
  stopped: Set<string>;
  /** WeChat takes nothing more now: the rest waits for the next run. */
  isOver: boolean;
  report: SendReport;
}

const SENDS_AT_ONCE = 50;
/** Not before the next fire. */
const LATER_MS = 9 * 60_000;

type Ending = 'sent' | 'withdrawn' | 'later' | Unreached;

/** Send what this run has taken, at most one to each person, and write down how each ended. */
export async function sendBatch(claimed: readonly Reminder[], run: Run): Promise<void> {
  if (claimed.length === 0) return;
  const [open, credits] = await Promise.all([
    withoutDone(claimed, run),
    readCredits(claimed.map((one) => ({ memberId: one.memberId, templateId: idOf(one, run) }))),
  ]);
  const left = new Map(credits.map((credit) => [credit._id, credit.left]));
  const endings = new Map<string, Ending>();
  await inLanes(claimed, SENDS_AT_ONCE, async (reminder) => {
    const due = open.get(reminder._id);
    endings.set(reminder._id, due ? await endingOf(due, left, run) : 'withdrawn');
  });
  await writeDown(claimed, endings, run);
}

const templateOf = ({ template }: Reminder, { templates }: Run): MessageTemplate =>
  templates[template];
const idOf = (reminder: Reminder, run: Run): string => templateOf(reminder, run).id;
const creditOf = (reminder: Reminder, run: Run): string =>
  creditIdOf(reminder.memberId, idOf(reminder, run));

/** What is left of each when the things that are done meanwhile are left out. */
async function withoutDone(
  claimed: readonly Reminder[],
  { claim }: Run,
): Promise<Map<string, Reminder>> {
  const checks = claimed.flatMap(({ lines }) => lines.flatMap((line) => line.checks));
  const [found, isHere] = await Promise.all([readChecked(checks), whoIsHere(claimed)]);
  const find = ({ collection, id }: Check) => found.get(`${collection}/${id}`) ?? null;
  const open = new Map<string, Reminder>();
  for (const reminder of claimed) {
    const lines = reminder.lines.filter((line) => isStillDue(line.checks, find));
    if (lines.length === 0 || !isHere(reminder)) continue;
    open.set(reminder._id, { ...reminder, lines });
    if (lines.length < reminder.lines.length) {
      await changeClaimed([reminder._id], claim, { lines });
    }
  }
  return open;
}

/** Whoever has left a school since is told nothing more of it. */
async function whoIsHere(claimed: readonly Reminder[]) {
  const ids = [...new Set(claimed.map(({ memberId }) => memberId))];
  const members = new Map(
    (await readByIds<Member>('members', ids, ['postings'])).map((one) => [one._id, one.postings]),
  );
  return ({ memberId, schoolId }: Reminder): boolean =>
    members.get(memberId)?.some((posting) => posting.schoolId === schoolId) ?? false;
}

async function readChecked(checks: readonly Check[]): Promise<Map<string, object>> {
  const byCollection = new Map<Check['collection'], Set<string>>();
  for (const { collection, id } of checks) {
    byCollection.set(collection, (byCollection.get(collection) ?? new Set()).add(id));
  }
  const found = new Map<string, object>();
  await Promise.all(
    [...byCollection].map(async ([collection, ids]) => {
      for (const document of await readByIds<{ _id: string }>(collection, [...ids])) {
        found.set(`${collection}/${document._id}`, document);
      }
    }),
  );
  return found;
}

async function endingOf(reminder: Reminder, left: Map<string, number>, run: Run): Promise<Ending> {
  const { now, stopped } = run;
  const template = templateOf(reminder, run);
  if (reminder.until && new Date(reminder.until) <= now) return 'withdrawn';
  if (stopped.has(template.id)) return 'stopTemplate';
  if ((left.get(creditOf(reminder, run)) ?? 0) <= 0) return 'noCredit';
  if (run.isOver) return 'later';
  const outcome = await sendMessage({
    touser: reminder.memberId,
    templateId: template.id,
    page: messagePage(reminder),
    data: messageData(reminder, template, now),
    miniprogramState: 'formal',
    lang: 'zh_CN',
  });
  return meaningOf(outcome, template, run);
}

function meaningOf(outcome: Outcome, template: MessageTemplate, run: Run): Ending {
  if (outcome === 'stopAll') run.isOver = true;
  if (outcome === 'stopTemplate') run.stopped.add(template.id);
  return outcome === 'stopAll' || outcome === 'busy' ? 'later' : outcome;
}

/** One change for all that ended alike. */
async function writeDown(
  claimed: readonly Reminder[],
  endings: ReadonlyMap<string, Ending>,
  run: Run,
): Promise<void> {
  const { now, claim, report } = run;
  const endedAs = (ending: Ending) => claimed.filter(({ _id }) => endings.get(_id) === ending);
  const credits = (ending: Ending) => endedAs(ending).map((one) => creditOf(one, run));
  const changed = (ending: Ending) =>
    changeClaimed(
      endedAs(ending).map(({ _id }) => _id),
      claim,
      changesOf(ending, now),
    );
  const kinds = [...new Set(endings.values())];
  const counts = await Promise.all(kinds.map(changed));
  await Promise.all([
    spendCredits(credits('sent')),
    clearCredits([...credits('noCredit'), ...credits('badReceiver')]),
  ]);
  for (const [index, ending] of kinds.entries()) report[columnOf(ending)] += counts[index] ?? 0;
}

function changesOf(ending: Ending, now: Date): object {
  switch (ending) {
    case 'sent':
      return { status: 'sent', shownAt: now };
    case 'withdrawn':
      return { status: 'withdrawn' };
    case 'later':
      return {
        ...{ status: 'due', claim: null, claimedAt: null },
        dueAt: new Date(now.getTime() + LATER_MS),
      };
    default:
      return { status: 'inboxOnly', unreached: ending, shownAt: now };
  }
}

function columnOf(ending: Ending): keyof SendReport {
  if (ending === 'sent' || ending === 'withdrawn') return ending;
  return ending === 'later' ? 'postponed' : 'inboxOnly';
}
