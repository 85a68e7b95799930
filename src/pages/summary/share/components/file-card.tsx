import { useState } from 'react';
import { BOOK_FORMATS, type BookFormat } from '../../../../../domain/book/book.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { fetchDocument } from '../../../../platform/documents';
import { type LocalFile, sendFile } from '../../../../platform/open-file';

const FORMATS = Object.entries(BOOK_FORMATS) as [BookFormat, string][];

/** The summary as a file: made first, then sent, for WeChat sends only right after a tap. */
export function FileCard({ summaryId }: { summaryId: string }) {
  const [file, setFile] = useState<LocalFile | null>(null);
  const [making, setMaking] = useState<BookFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  const tried = async (run: () => Promise<void>) => {
    setError(null);
    try {
      await run();
    } catch (failure) {
      setError(failure);
    } finally {
      setMaking(null);
    }
  };
  const make = (format: BookFormat) =>
    tried(async () => {
      setFile(null);
      setMaking(format);
      setFile(await fetchDocument('summary', { summaryId, format }));
    });
  return (
    <Card title="或者发文件">
      <Chips>
        {FORMATS.map(([format, label]) => (
          <Chip
            key={format}
            text={making === format ? `${label} 正在做…` : label}
            isChosen={file?.name.endsWith(`.${format}`) ?? false}
            onTap={() => void make(format)}
          />
        ))}
      </Chips>
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
      {file && <Button text={`发送 ${file.name}`} onTap={() => void tried(() => sendFile(file))} />}
    </Card>
  );
}
