import { withComings, withGuests } from '../../../../domain/consultation/attendance.rules';
import type { RecordAttendance } from '../../../../domain/consultation/consultation-input.schema';
import type { RecordItem } from '../../../../domain/consultation/consultation-item.schema';
import type { ReviewResolution } from '../../../../domain/consultation/resolution.schema';
import type { z } from '../../../../domain/schema';
import type { QueuedWrite } from '../../../platform/outbox/queued-writes';
import type { Item, Meeting } from '../consultation.queries';

/** What the meeting shows as its writer while a write lies on this phone. */
const WAITING = '待发送，我';

/** The live count, from who is there now. */
function withQuorum(meeting: Meeting): Meeting {
  const { people, guests, presentStudentIds } = meeting;
  const quorum = meeting.quorum.map((line) => {
    const came = people.filter(({ as, isPresent }) => isPresent && as.includes(line.who)).length;
    const counted = guests.find(({ who }) => who === line.who)?.count ?? 0;
    const present = line.who === 'students' ? presentStudentIds.length : came + counted;
    return { ...line, present, isMet: present >= line.needed };
  });
  return { ...meeting, quorum };
}

function withAttendance(meeting: Meeting, tap: z.infer<typeof RecordAttendance>): Meeting {
  const { came, notCame, studentsCame, studentsNotCame, guests, studentLevels } = tap;
  const people = meeting.people.map((person) => ({
    ...person,
    isPresent:
      came.includes(person.memberId) || (person.isPresent && !notCame.includes(person.memberId)),
  }));
  return withQuorum({
    ...meeting,
    state: 'running',
    people,
    presentStudentIds: withComings(meeting.presentStudentIds, studentsCame, studentsNotCame),
    guests: withGuests(meeting.guests, guests),
    studentLevels: studentLevels ?? meeting.studentLevels,
  });
}

function withItem(meeting: Meeting, { itemId, rev, words }: z.infer<typeof RecordItem>): Meeting {
  const nameOf = (id: string) => meeting.people.find((one) => one.memberId === id)?.name ?? '';
  const before = meeting.items.find(({ id }) => id === itemId);
  const task = words.kind === 'student' || words.kind === 'decision' ? words : null;
  const item: Item = {
    ...{ student: null, updatedByName: WAITING, voided: null, by: WAITING },
    ...before,
    ...{ id: itemId, rev, words },
    owner: task?.ownerId ? nameOf(task.ownerId) : null,
    helpers: (task?.helperIds ?? []).map(nameOf),
  };
  const items = before
    ? meeting.items.map((one) => (one.id === itemId ? item : one))
    : [...meeting.items, item];
  return { ...meeting, items };
}

function withReview(meeting: Meeting, review: z.infer<typeof ReviewResolution>): Meeting {
  const { resolutionId, verdict, dueOn } = review;
  const isOver = verdict === 'done' || verdict === 'ended';
  const earlier = meeting.earlier.map((one) =>
    one.id === resolutionId
      ? {
          ...one,
          reviewedIn: [...one.reviewedIn, meeting.id],
          state: isOver ? verdict : one.state,
          dueOn: dueOn ?? one.dueOn,
        }
      : one,
  );
  return { ...meeting, earlier };
}

/** A meeting as this phone knows it: what the cloud said, and what still waits to be sent to it. */
export function withWaiting(
  meeting: Meeting,
  writes: readonly QueuedWrite[],
  nameOfStudent: (id: string) => string | undefined,
): Meeting {
  const own = writes.filter(
    ({ input, refusal }) =>
      refusal === null && (input as { consultationId?: string }).consultationId === meeting.id,
  );
  return own.reduce((known, { path, input }) => {
    if (path === 'consultationAttendance.record') {
      return withAttendance(known, input as z.infer<typeof RecordAttendance>);
    }
    if (path === 'resolution.revise') {
      return withReview(known, input as z.infer<typeof ReviewResolution>);
    }
    if (path !== 'consultationItem.record') return known;
    const said = input as z.infer<typeof RecordItem>;
    const after = withItem(known, said);
    const studentId = said.words.kind === 'student' ? said.words.studentId : null;
    const name = studentId === null ? undefined : nameOfStudent(studentId);
    if (studentId === null || name === undefined) return after;
    const items = after.items.map((one) =>
      one.id === said.itemId ? { ...one, student: { id: studentId, name } } : one,
    );
    return { ...after, items };
  }, meeting);
}
