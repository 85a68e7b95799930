import type { Parts } from '../../../../components/edit/merge-versions';
import { type StandingVersion, useEdit } from '../../../../components/edit/use-edit';
import { goBack } from '../../../../platform/navigate';
import { type ClassLedger, useReviseClassLedger } from '../../class-ledger.queries';
import { partsAsRows, rowsAsParts } from './rows-as-parts';

interface Words {
  analysis: string;
  goal: string;
  categories: Record<string, string[]>;
}

type StoredHead = Words & { rev: number; updatedByName: string };

/** The edit of the head of a ledger: two texts and the open category rows, each a part. */
export function useHeadEdit(ledger: ClassLedger) {
  const { mutateAsync } = useReviseClassLedger();
  const ids = { classId: ledger.class.id, termId: ledger.term.id };
  const open = ledger.categories.filter(({ isSealed }) => !isSealed);
  const keys = open.map(({ key }) => key);
  const rows = Object.fromEntries(
    open.map(({ key, students }) => [key, students.map(({ id }) => id)]),
  );
  const partsOf = ({ analysis, goal, categories }: Words): Parts => ({
    analysis,
    goal,
    ...rowsAsParts(categories, keys),
  });
  return useEdit({
    draftKey: `classLedger:${ids.termId}:${ids.classId}`,
    stored: { rev: ledger.rev, parts: partsOf({ ...ledger, categories: rows }) },
    send: ({ analysis = '', goal = '', ...rest }, rev, writeId) =>
      mutateAsync({
        ...ids,
        analysis,
        goal,
        categories: partsAsRows(rest, keys),
        rev,
        writeId,
      }),
    standing(data): StandingVersion {
      const head = data as StoredHead;
      return { rev: head.rev, parts: partsOf(head), byName: head.updatedByName };
    },
    savedText: '已保存',
    onSaved: goBack,
  });
}
