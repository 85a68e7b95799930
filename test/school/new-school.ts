import { usualTerms } from '../../domain/first-run/first-run.rules';
import type { SetUpSchool } from '../../domain/first-run/first-run.schema';
import type { z } from '../../domain/schema';
import { SET_UP_CODE } from './set-up-code';

/** A junior school of nine classes on two campuses, as the first run would send it. */
export const newSchool = (writeId: string): z.input<typeof SetUpSchool> => ({
  code: SET_UP_CODE,
  writeId,
  myName: '何素心',
  myRole: 'studentAffairsOffice',
  name: '云溪初级中学',
  stages: ['junior'],
  stageSystem: '63',
  campuses: ['本部', '东校区'],
  schoolYear: 2026,
  grades: [
    { grade: 7, campus: 0, classes: 3 },
    { grade: 7, campus: 1, classes: 2 },
    { grade: 8, campus: 0, classes: 2 },
    { grade: 9, campus: 0, classes: 2 },
    { grade: 9, campus: 1, classes: 0 },
  ],
  terms: usualTerms(2026),
  presetIds: ['xijiao'],
  officeNames: { studentAffairsOffice: '德育处', academicAffairsOffice: '教务处' },
});
