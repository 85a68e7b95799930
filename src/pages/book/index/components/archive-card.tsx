import { Text } from '@tarojs/components';
import { useState } from 'react';
import { BOOK_FORMATS, type BookFormat } from '../../../../../domain/book/book.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Progress } from '../../../../components/segments';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { type LocalFile, SEND_VERB, sendFile } from '../../../../platform/open-file';
import type { Archive, Books } from '../../book.queries';
import { type ArchiveOf, useArchive } from './use-archive';
import './archive-card.scss';

const FORMATS = Object.entries(BOOK_FORMATS) as [BookFormat, string][];

const resumed = ({ id, termId, format }: Archive): ArchiveOf => ({
  archiveId: id,
  termId,
  format,
});

/** The ledgers of every class in one file: begun, gone on with where it stopped, taken away. */
export function ArchiveCard({ answer }: { answer: Books }) {
  const [format, setFormat] = useState<BookFormat>('docx');
  const [term] = answer.terms;
  const { progress, whole, isMaking, error, make, forget } = useArchive();
  const [last] = answer.archives;
  const [begun, setBegun] = useState<ArchiveOf | null>(last ? resumed(last) : null);
  const shown = progress ?? (begun?.archiveId === last?.id ? last : null) ?? null;
  if (!term) return null;
  const begin = () => {
    const archive = { archiveId: newId(), termId: term.id, format };
    setBegun(archive);
    void make(archive);
  };
  const send = (file: LocalFile) =>
    sendFile(file).catch((failure) => showToast({ text: sayFailure(failure) }));
  const anew = () => {
    forget();
    setBegun(null);
  };
  const isWhole = shown !== null && shown.done === shown.of;
  return (
    <Card title="归档" aside={`${answer.classes.length} 个班`}>
      <Text className="archive-note">
        {`把${term.label}每个班的学情台账做成一个压缩包。保密的内容不在里面，文件三天后自动删除。`}
      </Text>
      {begun === null && (
        <OneOf<BookFormat> label="做成" choices={FORMATS} initial={format} onChoose={setFormat} />
      )}
      {begun && shown && (
        <>
          <Progress done={shown.done} of={shown.of} />
          <Text className="archive-note">{`已做 ${shown.done}/${shown.of} 个班`}</Text>
        </>
      )}
      {isMaking && <Notice text="可以离开这一页，做好的不会丢，回来接着做。" />}
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
      {whole && <Button kind="main" text={SEND_VERB} onTap={() => void send(whole)} />}
      {!whole && begun === null && <Button text="打包全部台账" onTap={begin} />}
      {!whole && begun !== null && (
        <Button
          text={isWhole ? '取出压缩包' : '接着做'}
          isBusy={isMaking}
          onTap={() => void make(begun)}
        />
      )}
      {begun !== null && !isMaking && <Button kind="link" text="重新打包" onTap={anew} />}
    </Card>
  );
}
