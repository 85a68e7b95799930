import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { AppError } from '../../../domain/errors';
import { chosenLater, mayTakeOn, withoutStaff } from '../../../domain/leaving/departure.rules';
import type {
  AssignDeparture,
  ChosenSuccessors,
  Departure,
  RecordDeparture,
  Successors,
} from '../../../domain/leaving/departure.schema';
import { HANDED_OVER, HANDED_OVER_KINDS } from '../../../domain/leaving/departure.schema';
import { menteesOf } from '../../../domain/mentoring/mentorship.rules';
import type { StaffRecord } from '../../../domain/roster/staff-import.schema';
import type { z } from '../../../domain/schema';
import { arranges, homeroomClassesOf, isPrincipal } from '../../../domain/staff/staff.rules';
import { auditOf } from '../../kernel/audit';
import { changedStamps, newStamps, readByIds } from '../../kernel/database';
import { moveHomeroom } from '../../kernel/move-homeroom';
import { inTransaction, type Transaction } from '../../kernel/transaction';
import { readMember, readOffices, readStaffRecordsOf } from '../members.store';
import type { Caller } from '../procedure';
import { readDeparture } from './departure.store';
import { departureOf } from './departure-of';
import { kindsIn, readRecordsInHand, withPostings } from './work-in-hand';

const refuse = (sentence: string): never => {
  throw new AppError('badInput', { sentence });
};

const present = ({ rev, waiting }: Departure) => ({ rev, waiting });

const idsIn = (chosen: ChosenSuccessors): string[] => [
  ...new Set(Object.values(chosen).flatMap((one) => one ?? [])),
];

/** The successors by name. @throws badInput for whoever may not take it on, or has no room */
function namedSuccessors(
  ctx: Caller,
  chosen: ChosenSuccessors,
  people: readonly Member[],
  mentees: number,
): Successors {
  const { _id: schoolId, mentoring } = ctx.school;
  const named = HANDED_OVER_KINDS.map((kind) => {
    if ((chosen[kind] ?? null) === null) return [kind, null] as const;
    const person = people.find(({ _id }) => _id === chosen[kind]);
    if (!person || !mayTakeOn(kind, person, schoolId)) {
      throw new AppError('badInput', {
        sentence: `“${HANDED_OVER[kind]}”的接任老师找不到了，请刷新后重新选择。`,
      });
    }
    const own = menteesOf(person, schoolId).length;
    if (kind === 'mentees' && own + mentees > mentoring.capacity) {
      throw new AppError('mentorFull', {
        sentence: `${person.name}已有 ${own} 名受导学生，再接 ${mentees} 名就超过学校定的 ${mentoring.capacity} 名，请换一位，或者选“以后再定”再分别安排。`,
      });
    }
    return [kind, { id: person._id, name: person.name }] as const;
  });
  return Object.fromEntries(named) as Successors;
}

/** Somebody must stay who arranges the staff, and only a principal lets a principal go. */
function refuseLeaving(ctx: Caller, member: Member, offices: readonly Member[]): void {
  const { _id: schoolId } = ctx.school;
  const others = offices.filter(({ _id }) => _id !== member._id);
  if (!others.some((one) => arranges(one, schoolId))) {
    refuse('这样学校就没有人能安排身份了。请先把政教处、教务处或校长的身份给另一个人。');
  }
  if (!isPrincipal(member, schoolId)) return;
  if (!ctx.access.may('staff.appointPrincipal', { schoolId })) {
    refuse('校长离校，要由校长自己交出，或者由另一位校长办理。');
  }
  if (!others.some((one) => isPrincipal(one, schoolId))) {
    refuse('学校还没有另一位校长。请先在“老师和身份”里安排接任的校长。');
  }
}

/**
 * A teacher leaves: in one transaction every posting of this school goes and their classes stand
 * without a homeroom teacher, so the next tap opens nothing. What they had in hand follows in
 * `closeDeparture`. Sent again it changes nothing.
 */
export async function recordDeparture(ctx: Caller, input: z.infer<typeof RecordDeparture>) {
  const { memberId, writeId, reason } = input;
  const { school } = ctx;
  const [member, last, offices, records, people, written] = await Promise.all([
    readMember(memberId),
    readDeparture(school._id, memberId),
    readOffices(school._id),
    readRecordsInHand(school._id, memberId),
    readByIds<Member>('members', idsIn(input.successors)),
    readStaffRecordsOf(school._id, memberId),
  ]);
  const isStaff = member !== null && staffPostings(member, school._id).length > 0;
  const why = ctx.access.authorize(isStaff || last ? { schoolId: school._id } : null);
  if (last?._id === writeId) return present(last);
  if (!member || !isStaff) throw new AppError('stale', { sentence: '这位老师已经离校，请刷新。' });
  refuseOutdated(member, input.rev);
  refuseLeaving(ctx, member, offices);
  if (idsIn(input.successors).includes(memberId)) refuse('接任的老师不能是离校的老师自己。');
  const successors = namedSuccessors(ctx, input.successors, people, records.mentees.length);

  return inTransaction(async (tx) => {
    const before = await tx.get<Member>('members', memberId);
    if (!before) throw new Error('authorized without a member');
    const made = await tx.get<Departure>('departures', writeId);
    if (made) return present(made);
    refuseOutdated(before, input.rev);
    const ended = staffPostings(before, school._id);
    const waiting = kindsIn(withPostings(records, ended, school._id));
    const departure: Departure = {
      _id: writeId,
      ...newStamps(ctx),
      ...{ memberId, memberName: before.name, on: ctx.today, reason, postings: ended },
      ...{ successors, waiting, isOpen: waiting.length > 0, lastWriteId: writeId },
    };
    const after: Member = {
      ...before,
      postings: withoutStaff(before.postings, school._id),
      rev: (before.rev ?? 0) + 1,
      lastWriteId: writeId,
    };
    await moveHomeroom(tx, ctx, {
      teacher: after,
      before: homeroomClassesOf(before.postings, school._id),
      after: [],
    });
    await tx.put('members', after);
    for (const { _id } of written) await forgetRecord(tx, ctx, _id);
    await tx.put('departures', departure);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'departure.record',
        collection: 'members',
        documentId: memberId,
        ...{ why, reason },
      }),
    );
    return present(departure);
  });
}

/** A phone of somebody who left is of no use here; the name stands in what they wrote. */
async function forgetRecord(tx: Transaction, ctx: Caller, staffId: string): Promise<void> {
  const record = await tx.get<StaffRecord>('staffRecords', staffId);
  if (!record) return;
  const nothing = { phone: '', staffNumber: null, imported: null };
  await tx.put('staffRecords', { ...record, ...changedStamps(record, ctx), ...nothing });
}

function refuseOutdated({ name, rev = 0 }: Member, seen: number): void {
  if (rev === seen) return;
  throw new AppError('stale', { sentence: `${name}的身份刚刚改过，请刷新后再办理。` });
}

/** Say later who takes on what still waits. */
export async function assignDeparture(ctx: Caller, input: z.infer<typeof AssignDeparture>) {
  const { memberId, writeId } = input;
  const [{ departure: last, why }, records, people] = await Promise.all([
    departureOf(ctx, memberId),
    readRecordsInHand(ctx.school._id, memberId),
    readByIds<Member>('members', idsIn(input.successors)),
  ]);
  const chosen = namedSuccessors(ctx, input.successors, people, records.mentees.length);
  return inTransaction(async (tx) => {
    const before = await tx.get<Departure>('departures', last._id);
    if (!before) throw new Error('authorized without a departure');
    if (before.lastWriteId === writeId) return present(before);
    if (before.rev !== input.rev) {
      throw new AppError('stale', { sentence: '交接刚刚有了变化，请刷新后再选。' });
    }
    const after: Departure = {
      ...before,
      ...changedStamps(before, ctx),
      successors: chosenLater(before, chosen),
      lastWriteId: writeId,
    };
    await tx.put('departures', after);
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: writeId,
        action: 'departure.record',
        collection: 'departures',
        documentId: after._id,
        why,
      }),
    );
    return present(after);
  });
}
