import { termAt } from '../../domain/calendar/term';
import type { Student } from '../../domain/school/roster.schema';
import { daysSinceSeen, isTalkDue, isUnseen } from '../../domain/talk/talk.rules';
import type { Caller } from './procedure';
import { subjectOfStudent } from './roster.store';
import { classLabelOf } from './school-names';

/** A student as every list of who has been seen shows them. */
export function presentSeen(ctx: Caller, student: Student) {
  const { school, today, access } = ctx;
  const daysSince = daysSinceSeen(student, today, termAt(school.terms, today));
  const subject = subjectOfStudent(student);
  return {
    studentId: student._id,
    name: student.name,
    classLabel: classLabelOf(ctx, student.classIdentity),
    mentor: student.mentorName,
    mentorSince: student.mentorSince,
    /** null when there was no talk this term. */
    daysSince,
    lastTalkOn: student.lastTalkOn,
    lastTalkBy: student.lastTalkBy,
    nextTalkOn: student.nextTalkOn,
    /** Longer ago than the school's interval, or the day agreed for the next has come. */
    isWaiting: isUnseen(daysSince, school.mentoring) || isTalkDue(student, today),
    mayRecord: subject !== null && access.may('talk.record', subject),
  };
}
