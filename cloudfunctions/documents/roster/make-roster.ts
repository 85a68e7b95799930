import { randomUUID } from 'node:crypto';
import { classLabel } from '../../../domain/calendar/school-class';
import { termAt } from '../../../domain/calendar/term';
import { AppError } from '../../../domain/errors';
import { maskPhone } from '../../../domain/roster/guardian-words';
import {
  ExportRoster,
  type GuardianContact,
  type RosterRecord,
} from '../../../domain/roster/roster-import.schema';
import { SEX_LABELS } from '../../../domain/school/roster.schema';
import { readRecords, readStudentsOfClasses } from '../../api/roster/roster.store';
import { readClass, readClasses, subjectOfClass } from '../../api/roster.store';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import type { Maker } from '../document-kind';
import { drawList } from './draw-list';

/**
 * The list of a class, or of everybody in reach, in the form that an import reads again. Phones are
 * masked unless a reason is given by somebody who may; either way the export is audited.
 */
export async function makeRoster(ctx: Maker, raw: unknown) {
  const { classId, reason } = ExportRoster.parse(raw);
  const { school, access, today } = ctx;
  const hasPhones = reason !== undefined;
  if (reason === '') throw new AppError('badInput', { sentence: '请写明为什么要完整的电话。' });
  const action = hasPhones ? 'roster.exportPhones' : 'roster.export';
  const one = classId === undefined ? null : await readClass(classId);
  const subject = classId === undefined ? { schoolId: school._id } : subjectOfClass(one);
  const why = classId === undefined ? null : access.authorize(subject, action);
  const filter = access.filterFor(action);
  // Without a class: whatever the row reaches, which for an office is the school.
  if (classId === undefined) access.filter();
  const classes = one ? [one] : await readClasses(school._id, filter);
  if (classes.length === 0) throw new AppError('notFound');
  const schoolYear = termAt(school.terms, today)?.schoolYear ?? Number(today.slice(0, 4));
  const labels = new Map(
    classes.map((item) => [item._id, classLabel(item, schoolYear, school.stageSystem)]),
  );
  const everybody = await readStudentsOfClasses(school._id, [...labels.keys()]);
  const students = everybody.filter(({ status }) => status === 'enrolled');
  const records = await readRecords(
    school._id,
    students.map(({ _id }) => _id),
  );
  await writeOne(
    'audits',
    auditOf(ctx, {
      ...{ id: randomUUID(), action, why, collection: 'students' },
      documentId: classId ?? school._id,
      ...(hasPhones && { reason }),
    }),
  );
  const recordOf = new Map(records.map((record) => [record._id, record]));
  const custom = customLabels(records);
  const place = new Map([...labels.keys()].map((id, index) => [id, index]));
  const rows = students
    .sort(
      (a, b) =>
        (place.get(a.classId) ?? 0) - (place.get(b.classId) ?? 0) ||
        (a.studentNumber ?? '').localeCompare(b.studentNumber ?? '') ||
        a.name.localeCompare(b.name, 'zh-CN'),
    )
    .map((student) => {
      const record = recordOf.get(student._id);
      return [
        ...[student.studentNumber ?? '', student.name, SEX_LABELS[student.sex]],
        labels.get(student.classId) ?? '',
        sayGuardians(record?.guardians ?? [], hasPhones),
        ...custom.map((label) => record?.custom[label] ?? ''),
      ];
    });
  const title = `${one ? labels.get(one._id) : school.name}花名册`;
  const content = await drawList({
    ...{ sheet: '花名册', title, rows },
    columns: [
      ...([
        ['学号', 14],
        ['姓名', 14],
        ['性别', 8],
        ['班级', 16],
        ['家长', 50],
      ] as const),
      ...custom.map((label) => [label, 18] as const),
    ],
  });
  return { name: `${title}-${today}.xlsx`, content };
}

const MAX_CUSTOM = 20;

const customLabels = (records: readonly RosterRecord[]): string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record.custom)))].slice(0, MAX_CUSTOM);

const sayGuardians = (guardians: readonly GuardianContact[], hasPhones: boolean): string =>
  guardians
    .map(({ relation, name, phone }) =>
      [relation, name, hasPhones ? phone : maskPhone(phone)].filter(Boolean).join(' '),
    )
    .join('；');
