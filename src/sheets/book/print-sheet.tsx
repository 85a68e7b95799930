import { Text } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import {
  BOOK_FORMATS,
  BOOKS,
  type BookFormat,
  type BookName,
} from '../../../domain/book/book.schema';
import { Button } from '../../components/button';
import { OneOf } from '../../components/choices';
import { sayFailure } from '../../components/failure';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { openDocument } from '../../platform/documents';
import './print-sheet.scss';

interface PrintSheetProps {
  name: BookName;
  /** What the book is of; null while something has still to be chosen. */
  input: object | null;
  onClose(): void;
}

const FORMATS = Object.entries(BOOK_FORMATS) as [BookFormat, string][];

const ADVICE: Record<BookFormat, string> = {
  docx: 'Word 可以再改、再排版。',
  pdf: 'PDF 在哪里打开都一样，适合直接打印。',
  xlsx: 'Excel 适合再整理数据。',
};

/** A book before it is made: as what, and whatever else its page lets choose. */
export function PrintSheet({ name, input, onClose, children }: PropsWithChildren<PrintSheetProps>) {
  const [format, setFormat] = useState<BookFormat>('docx');
  const [isMaking, setIsMaking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = async () => {
    setIsMaking(true);
    setError(null);
    try {
      await openDocument(name, { ...input, format });
      showToast({ text: '已做好，可以打印或转发' });
      onClose();
    } catch (failure) {
      setError(failure);
      setIsMaking(false);
    }
  };
  const { label, note } = BOOKS[name];
  return (
    <Sheet
      title={label}
      footer={
        <Button
          kind="main"
          text="制作并打开"
          isDisabled={input === null}
          isBusy={isMaking}
          onTap={() => void make()}
        />
      }
      onClose={onClose}
    >
      <Text className="print-note">{note}</Text>
      {children}
      <OneOf<BookFormat> label="做成" choices={FORMATS} initial={format} onChoose={setFormat} />
      <Text className="print-note">{ADVICE[format]}</Text>
      {isMaking && <Notice text="正在排版，一般十秒左右，请不要离开。" />}
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
