import type { Subject } from '../../../domain/access/scopes';
import type { Summary } from '../../../domain/summary/summary.schema';
import { CAST_TERM } from '../../school/cast';
import type { TestCloud } from '../harness/cloud';
import { newWriteId } from './writes';

const edit = (summaryId: string) => ({ summaryId, rev: 0, writeId: newWriteId() });
const words = { good: '都好', care: '', next: '' };

/** One valid input for every procedure of summaries and of the leader's page. */
export const SUMMARY_EXAMPLES = {
  'summary.list': { about: 'class', input: (placeId) => ({ placeId }) },
  'summary.byId': { about: 'summary', input: (summaryId) => ({ summaryId }) },
  'summary.record': {
    about: 'class',
    input: (placeId) => ({
      ...{ writeId: newWriteId(), level: 'class', placeId },
      periodId: `${CAST_TERM}-w09`,
    }),
  },
  'summary.revise': { about: 'summary', input: (id) => ({ ...edit(id), words }) },
  'summary.signOff': { about: 'summary', input: edit },
  'summaryCorrection.record': {
    about: 'summary',
    input: (id) => ({ ...edit(id), words, why: '家访少记了一次' }),
  },
  'summaryCard.record': {
    about: 'summary',
    input: (summaryId) => ({ summaryId, token: newWriteId(), writeId: newWriteId() }),
  },
  // Whom a card lets in is a story of its own: a key that was never made is no card for anybody.
  'summaryCard.byId': {
    about: 'anybody',
    input: (summaryId) => ({ summaryId, token: newWriteId() }),
  },
  'leader.list': { about: 'reach', input: () => ({}) },
} as const satisfies Record<string, { about: string; input(id: string): unknown }>;

/** This week's summaries of every place, as somebody's rights see them. */
export function summaryThings({ stored }: TestCloud) {
  return {
    summary: [
      ...stored<Summary>('summaries')
        .filter(({ periodId }) => periodId.endsWith('-w09'))
        .map(({ _id, schoolId, divisionId, classId }) => ({
          id: _id,
          subject: {
            schoolId,
            divisionId: divisionId ?? undefined,
            classId: classId ?? undefined,
          } as Subject | null,
        })),
      { id: 'nobody', subject: null },
    ],
  };
}
