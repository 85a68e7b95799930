import { randomUUID } from 'node:crypto';
import { dayOf } from '../../../domain/calendar/day';
import { classLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import { CORRECTION_STATES } from '../../../domain/correction-request/correction-request.schema';
import { id, z } from '../../../domain/schema';
import { TIMELINE_KINDS } from '../../../domain/timeline/timeline.schema';
import { readRequestsOf } from '../../api/correction-request/correction-request.store';
import { readStudent, subjectOfStudent } from '../../api/roster.store';
import { readShared } from '../../api/timeline/timeline.store';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import type { Maker } from '../document-kind';
import { drawStudentFile } from './draw-student-file';

const Input = z.strictObject({ studentId: id('学生') });

/**
 * A child's file as the school shares it with the family: what is marked for them, and what they
 * asked to have corrected. What teachers note for one another and sealed words are not read at all.
 */
export async function makeStudentFile(ctx: Maker, raw: unknown) {
  const { studentId } = Input.parse(raw);
  const { school, access, today } = ctx;
  const [student, items, requests] = await Promise.all([
    readStudent(studentId),
    readShared(school._id, studentId),
    readRequestsOf(school._id, studentId),
  ]);
  const why = access.authorize(subjectOfStudent(student));
  if (!student) throw new Error('authorized without a student');
  await writeOne(
    'audits',
    auditOf(ctx, {
      id: randomUUID(),
      action: 'studentFile.export',
      collection: 'timeline',
      documentId: studentId,
      studentId,
      why,
    }),
  );
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const content = await drawStudentFile({
    schoolName: school.name,
    title: `${student.name} · ${classLabel(student.classIdentity, schoolYear, school.stageSystem)}`,
    day: today,
    records: items
      .filter(({ isSealed }) => !isSealed)
      .map((item) => ({
        day: dayOf(new Date(item.at)),
        kind: TIMELINE_KINDS[item.kind],
        words: [item.title, item.excerpt, item.agreed && `说好的事：${item.agreed}`]
          .filter(Boolean)
          .join('\n'),
        by: item.byName,
      })),
    corrections: requests.map((request) => ({
      day: dayOf(new Date(request.createdAt)),
      words: [request.what, request.why].filter(Boolean).join('\n'),
      state: CORRECTION_STATES[request.state],
      answer: request.answer,
    })),
  });
  return { name: `${student.name}成长记录-${today}.xlsx`, content };
}
