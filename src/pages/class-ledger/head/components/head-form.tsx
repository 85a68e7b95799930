import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import type { ClassLedger } from '../../class-ledger.queries';
import { CategoryRows } from './category-rows';
import { sayStudents } from './rows-as-parts';
import { SealedCategories } from './sealed-categories';
import { useHeadEdit } from './use-head-edit';

const MAX_ANALYSIS = 2000;
const MAX_GOAL = 1000;
const LABELS: Record<string, string> = { analysis: '全班总体情况分析', goal: '本学期培养目标' };

export function HeadForm({ ledger }: { ledger: ClassLedger }) {
  const edit = useHeadEdit(ledger);
  const { categories, lines, may } = ledger;
  const open = categories.filter(({ isSealed }) => !isSealed);
  const labelOf = (part: string) =>
    LABELS[part] ?? categories.find(({ key }) => key === part)?.label ?? '';
  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={labelOf}
      say={(part, text) => (part in LABELS ? text : sayStudents(lines, text))}
      onResolve={edit.resolve}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen footer={<EditFooter edit={edit} />} sheet={sheet}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      <Card key={`words${edit.formKey}`}>
        <TextArea
          label="全班总体情况分析"
          placeholder="班级的长处、学习和纪律的整体情况、需要一起留意的地方。"
          max={MAX_ANALYSIS}
          initial={edit.initial.analysis ?? ''}
          onInput={(text) => edit.type('analysis', text)}
        />
        <TextArea
          label="本学期培养目标"
          placeholder="到期末，希望看到哪些变化。"
          max={MAX_GOAL}
          initial={edit.initial.goal ?? ''}
          onInput={(text) => edit.type('goal', text)}
        />
      </Card>
      <Card key={`rows${edit.formKey}`} title="学生类别">
        <CategoryRows categories={open} lines={lines} initial={edit.initial} onPick={edit.type} />
      </Card>
      {may.reviseSealed && <SealedCategories ledger={ledger} />}
    </Screen>
  );
}
