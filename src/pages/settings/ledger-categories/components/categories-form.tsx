import { useState } from 'react';
import { MAX_CATEGORIES } from '../../../../../domain/school/ledger-category.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { ApiError } from '../../../../platform/batch';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import {
  type LedgerCategories,
  type LedgerCategory,
  useReviseLedgerCategories,
} from '../../settings.queries';
import { CategoryLine } from './category-line';
import { CategorySheet } from './category-sheet';

interface Open {
  title: string;
  category: LedgerCategory;
}

/** The school's list, edited as a whole and stored by one 保存. */
export function CategoriesForm({ stored }: { stored: LedgerCategories }) {
  const [base, setBase] = useState(stored);
  const [rows, setRows] = useState(stored.categories);
  const [open, setOpen] = useState<Open | null>(null);
  const { mutate, isPending, error, reset } = useReviseLedgerCategories();
  const writeIdOf = useWriteId();

  const put = (changed: LedgerCategory) => {
    const isKnown = rows.some(({ key }) => key === changed.key);
    setRows(
      isKnown ? rows.map((row) => (row.key === changed.key ? changed : row)) : [...rows, changed],
    );
  };
  const add = () => {
    const category = { key: newId(), label: '', isSealed: false, isOn: true };
    setOpen({ title: '添加类别', category });
  };
  const save = () => {
    const content = { rev: base.rev, categories: rows };
    const onSuccess = () => {
      showToast({ text: '已保存' });
      goBack();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };

  const newer = newerList(error);
  const takeNewer = () => {
    if (!newer) return;
    setBase(newer);
    setRows(newer.categories);
    reset();
  };

  return (
    <Screen
      footer={
        <Button
          kind="main"
          text="保存"
          isDisabled={rows === base.categories}
          isBusy={isPending}
          onTap={save}
        />
      }
      sheet={open && <CategorySheet {...open} onDone={put} onClose={() => setOpen(null)} />}
    >
      <Notice text="停用的类别不再出现在台账里，以前填的仍然保留。" />
      <Card title="类别" aside={`启用 ${rows.filter(({ isOn }) => isOn).length} 个`}>
        {rows.map((category) => (
          <CategoryLine
            key={category.key}
            category={category}
            onOpen={() => setOpen({ title: '修改类别', category })}
            onSwitch={(isOn) => put({ ...category, isOn })}
          />
        ))}
        {rows.length < MAX_CATEGORIES && <Button kind="link" text="添加类别" onTap={add} />}
      </Card>
      {error && (
        <Notice
          kind="error"
          text={sayFailure(error)}
          action={newer && <Button kind="link" text="换成最新的" onTap={takeNewer} />}
        />
      )}
    </Screen>
  );
}

/** The list that stands, if a save was refused because somebody else changed it. */
function newerList(error: unknown): LedgerCategories | null {
  if (!(error instanceof ApiError) || error.code !== 'stale') return null;
  const { rev, ledgerCategories } = error.data as {
    rev: number;
    ledgerCategories: LedgerCategories['categories'];
  };
  return { rev, categories: ledgerCategories };
}
