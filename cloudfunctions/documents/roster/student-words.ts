import type { RosterRecord, RosterWords } from '../../../domain/roster/roster-import.schema';
import type { Student } from '../../../domain/school/roster.schema';
import { newStamps, type Writer } from '../../kernel/database';

/** What an import may set, as it stands now. */
export const wordsOf = (student: Student, record: RosterRecord | null): RosterWords => ({
  student: {
    ...{ name: student.name, sex: student.sex, studentNumber: student.studentNumber ?? null },
    ...{ classId: student.classId, classIdentity: student.classIdentity },
    divisionId: student.divisionId,
  },
  guardians: record?.guardians ?? [],
  custom: record?.custom ?? {},
});

/** The record of a student who has none yet. */
export const newRecord = (writer: Writer, studentId: string): RosterRecord => ({
  _id: studentId,
  ...newStamps(writer),
  ...{ guardians: [], custom: {}, imported: null },
});
