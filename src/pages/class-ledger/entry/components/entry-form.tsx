import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  LEDGER_FIELD_NAMES,
  LEDGER_FIELDS,
  type LedgerField,
} from '../../../../../domain/class-ledger/class-ledger.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import type { LedgerLine, StudentLine } from '../../class-ledger.queries';
import { Colleagues } from './colleagues';
import { EntryField } from './entry-field';
import { FamilySection } from './family-section';
import { HistorySheet } from './history-sheet';
import { useEntryEdit } from './use-entry-edit';
import './entry-form.scss';

interface EntryFormProps {
  entry: StudentLine;
  /** The class in the order of names. */
  lines: readonly LedgerLine[];
  onGoTo(studentId: string): void;
}

export function EntryForm({ entry, lines, onGoTo }: EntryFormProps) {
  const { student, term, lastTerm, may } = entry;
  const at = lines.findIndex(({ studentId }) => studentId === student.id);
  const [isCarriedOver] = useState(lines[at]?.isCarriedOver ?? false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const edit = useEntryEdit(entry, isCarriedOver);
  const goTo = (line: LedgerLine | undefined, text: string) => (
    <Button
      text={text}
      label={line && `${text}：${line.name}`}
      isDisabled={!line}
      onTap={() => line && onGoTo(line.studentId)}
    />
  );

  const footer = may.revise && (
    <EditFooter
      edit={edit}
      before={goTo(lines[at - 1], '上一位')}
      after={goTo(lines[at + 1], '下一位')}
    />
  );
  const sheet = (
    <>
      {edit.conflict && (
        <VersionsSheet
          conflict={edit.conflict}
          labelOf={(part) => LEDGER_FIELDS[part as LedgerField].label}
          onResolve={edit.resolve}
          onClose={edit.closeConflict}
        />
      )}
      {isHistoryOpen && (
        <HistorySheet
          studentId={student.id}
          termId={term.id}
          onClose={() => setIsHistoryOpen(false)}
        />
      )}
    </>
  );
  return (
    <Screen footer={footer} sheet={sheet}>
      <View className="entry-head">
        <View className="entry-who">
          <Text className="entry-name">{student.name}</Text>
          <Text className="entry-facts">
            {[student.classLabel, at >= 0 && `第 ${at + 1} 位，共 ${lines.length} 位`]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
        {edit.base.rev > 0 && (
          <Button kind="link" text="修改记录" onTap={() => setIsHistoryOpen(true)} />
        )}
      </View>
      {!may.revise && <Notice text="这学期的台账由班主任填写，现在只能查看。" />}
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      {isCarriedOver && edit.base.rev === 0 && !edit.isRestored && (
        <Notice kind="care" text="这些是上学期的话。看一遍，改好，保存以后才算这学期的。" />
      )}
      <Card>
        {LEDGER_FIELD_NAMES.map((name) => (
          <EntryField
            key={`${name}${edit.formKey}`}
            name={name}
            initial={edit.initial[name] ?? ''}
            lastTerm={lastTerm?.fields[name] ?? ''}
            onInput={(text) => edit.type(name, text)}
          />
        ))}
      </Card>
      <Colleagues entry={entry} />
      <FamilySection entry={entry} />
    </Screen>
  );
}
