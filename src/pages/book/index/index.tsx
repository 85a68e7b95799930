import { useState } from 'react';
import { BOOK_NAMES, BOOKS, type BookName } from '../../../../domain/book/book.schema';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Books, useBooks } from '../book.queries';
import { ArchiveCard } from './components/archive-card';
import { BookSheet } from './components/book-sheet';

const OF_CLASS = BOOK_NAMES.filter((name) => BOOKS[name].of === 'class');

/** Those that can be made of something in one's reach. */
function othersOf({ may, places, summaries }: Books): BookName[] {
  const others: [BookName, boolean][] = [
    ['mentorNotes', may.mentorNotes],
    ['monthlyReport', places.some(({ books }) => books.includes('monthlyReport'))],
    ['summary', summaries.length > 0],
    ['termPlan', places.some(({ books }) => books.includes('termPlan'))],
    ['checkList', may.checkList],
  ];
  return others.flatMap(([name, has]) => (has ? [name] : []));
}

/** 打印: the books of what one may read, made from the records; nothing is typed again. */
export default function BooksPage() {
  const books = useBooks();
  const [open, setOpen] = useState<BookName | null>(null);
  const sheet = open && books.data && (
    <BookSheet answer={books.data} name={open} onClose={() => setOpen(null)} />
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={books} skeleton={<Skeleton rows={8} />}>
        {(answer) => {
          const ofClass = OF_CLASS.filter((name) =>
            answer.classes.some((one) => one.books.includes(name)),
          );
          const others = othersOf(answer);
          return (
            <>
              {ofClass.length + others.length === 0 && (
                <Empty text="有了班级、受导学生或者级部以后，可以打印的本册会出现在这里。" />
              )}
              <BookCard title="班级的本册" names={ofClass} onOpen={setOpen} />
              <BookCard title="工作的本册" names={others} onOpen={setOpen} />
              {answer.may.archive && <ArchiveCard answer={answer} />}
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}

interface BookCardProps {
  title: string;
  names: BookName[];
  onOpen(name: BookName): void;
}

function BookCard({ title, names, onOpen }: BookCardProps) {
  if (names.length === 0) return null;
  return (
    <Card title={title}>
      {names.map((name) => (
        <Row
          key={name}
          title={BOOKS[name].label}
          note={BOOKS[name].note}
          onTap={() => onOpen(name)}
        />
      ))}
    </Card>
  );
}
