import { useState } from 'react';
import type { ImportField } from '../../../../../domain/roster/import-subject';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Switch } from '../../../../components/switch';
import { useWriteId } from '../../../../platform/use-api';
import { type RosterImport, useReviseImport } from '../../roster.queries';

interface MappingStepProps {
  view: RosterImport;
  onChecked(view: RosterImport): void;
}

/** What each column is: guessed from its heading, changed by a tap. */
export function MappingStep({ view, onChecked }: MappingStepProps) {
  const [mapping, setMapping] = useState<ImportField[]>(view.columns.map(({ field }) => field));
  const [moves, setMoves] = useState(view.movesStudents);
  const [chosen, setChosen] = useState<number | null>(null);
  const revise = useReviseImport();
  const writeId = useWriteId();
  const labelOf = (field: ImportField) =>
    view.fields.find(({ key }) => key === field)?.label ?? field;
  const check = () => {
    const input = { importId: view.id, rev: view.rev, mapping, movesStudents: moves };
    revise.mutate({ ...input, writeId: writeId(input) }, { onSuccess: onChecked });
  };
  const column = chosen === null ? undefined : view.columns[chosen];
  return (
    <Screen
      footer={<Button kind="main" text="核对" isBusy={revise.isPending} onTap={check} />}
      sheet={
        column &&
        chosen !== null && (
          <ChoiceSheet
            title={`“${column.label}”是什么`}
            choices={view.fields.map(({ key, label }) => ({ id: key, text: label }))}
            chosenId={mapping[chosen] ?? null}
            onChoose={(id) =>
              setMapping(mapping.map((one, at) => (at === chosen ? (id as ImportField) : one)))
            }
            onClose={() => setChosen(null)}
          />
        )
      }
    >
      <Card title={view.fileName} aside={`${view.rows} 行`}>
        {view.remarks.map((remark) => (
          <Notice key={remark} text={remark} />
        ))}
        <Notice text="每一列的用途是猜的，不对就点一下改。现在还没有改动学校的任何内容。" />
      </Card>
      <Card title="每一列是什么">
        {view.columns.map(({ label, samples }, index) => (
          <Row
            key={label}
            title={`${label} → ${labelOf(mapping[index] ?? 'skip')}`}
            note={samples.length > 0 ? `例如：${samples.join('、')}` : '这一列是空的'}
            onTap={() => setChosen(index)}
          />
        ))}
      </Card>
      {view.subject === 'students' && (
        <Card title="学生在别的班怎么办">
          <Row
            title="同时转班"
            note={moves ? '按表里的班级转班' : '不转班，列出来请您核对'}
            hasArrow={false}
            aside={<Switch label="同时转班" isOn={moves} onSwitch={setMoves} />}
          />
        </Card>
      )}
      {revise.error && <Notice kind="error" text={sayFailure(revise.error)} />}
    </Screen>
  );
}
