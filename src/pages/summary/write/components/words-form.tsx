import { SUMMARY_WORDS, type SummaryWords } from '../../../../../domain/summary/summary.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { type StandingVersion, useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { goBack } from '../../../../platform/navigate';
import { type Summary, useReviseSummary } from '../../summary.queries';
import { WordsFields, wordsOf } from './words-fields';

type Stands = Pick<Summary, 'rev' | 'words' | 'updatedByName'>;

/** What its writers add to the figures, before it is signed. */
export function WordsForm({ summary }: { summary: Summary }) {
  const { mutateAsync } = useReviseSummary();
  const { id: summaryId, rev, words, title } = summary;
  const edit = useEdit({
    draftKey: `summary:${summaryId}`,
    stored: { rev, parts: { ...words } },
    send: (parts, from, writeId) =>
      mutateAsync({ summaryId, rev: from, writeId, words: wordsOf(parts) }),
    standing(data): StandingVersion {
      const stands = data as Stands;
      return { rev: stands.rev, parts: { ...stands.words }, byName: stands.updatedByName };
    },
    savedText: '已保存',
    onSaved: goBack,
  });
  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(part) => SUMMARY_WORDS[part as keyof SummaryWords]}
      say={(_part, text) => text}
      onResolve={edit.resolve}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen sheet={sheet} footer={<EditFooter edit={edit} />}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      <Card key={edit.formKey} title={title}>
        <WordsFields
          initial={wordsOf(edit.initial)}
          typed={wordsOf(edit.typed())}
          onType={edit.type}
        />
      </Card>
    </Screen>
  );
}
