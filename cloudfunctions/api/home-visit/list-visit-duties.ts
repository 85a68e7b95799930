import { addDays } from '../../../domain/calendar/day';
import type { Caller } from '../procedure';
import { readAwaiting, readOwed } from './home-visit.store';

/** A plan comes into view so many days before its day. */
const DAYS_AHEAD = 3;

/**
 * What somebody owes of home visits: visits whose day comes, feedback, and a word as a companion.
 * Those who only have children here owe none, and nothing is read for them.
 */
export async function listVisitDuties(ctx: Caller) {
  const { access, member, school, today } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const isStaff = member.postings.some(
    ({ schoolId, role }) => schoolId === school._id && role !== 'guardian',
  );
  if (!isStaff) return { owed: [], toConfirm: [] };
  const [owed, awaiting] = await Promise.all([
    readOwed(school._id, member._id, addDays(today, DAYS_AHEAD)),
    readAwaiting(school._id, member._id),
  ]);
  return {
    owed: owed.map((visit) => ({
      visitId: visit._id,
      rev: visit.rev,
      owes: visit.status === 'planned' ? ('visit' as const) : ('feedback' as const),
      student: { id: visit.studentId, name: visit.studentName, classId: visit.classId },
      dueOn: visit.dueOn ?? today,
    })),
    toConfirm: awaiting.map((visit) => ({
      visitId: visit._id,
      studentName: visit.studentName,
      visitor: visit.visitorName,
      visitedOn: visit.visitedOn ?? today,
      way: visit.way,
    })),
  };
}
