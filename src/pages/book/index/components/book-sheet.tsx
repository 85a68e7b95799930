import { useState } from 'react';
import { BOOKS, type BookName } from '../../../../../domain/book/book.schema';
import { dayOf } from '../../../../../domain/calendar/day';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { Row } from '../../../../components/row';
import { PrintSheet } from '../../../../sheets/book/print-sheet';
import type { Books } from '../../book.queries';

interface BookSheetProps {
  answer: Books;
  name: BookName;
  onClose(): void;
}

/** What has to be chosen before a book can be made. */
interface Part {
  key: 'classId' | 'termId' | 'month' | 'placeId' | 'summaryId';
  label: string;
  choices: { id: string; text: string }[];
}

const MONTHS = 6;

/** This month and some before it, `2026-10`. */
function lastMonths(): string[] {
  const [year = 0, month = 0] = dayOf(new Date()).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

function partsOf({ classes, terms, places, summaries }: Books, name: BookName): Part[] {
  const term: Part = {
    key: 'termId',
    label: '学期',
    choices: terms.map(({ id, label }) => ({ id, text: label })),
  };
  const { of } = BOOKS[name];
  const place: Part = {
    key: 'placeId',
    label: of === 'month' ? '谁的报告' : '谁的计划',
    choices: places
      .filter(({ books }) => books.some((book) => book === name))
      .map(({ placeId, label }) => ({ id: placeId, text: label })),
  };
  if (of === 'plan') return [place, term];
  if (of === 'month') {
    const months = lastMonths().map((id) => ({
      id,
      text: `${id.slice(0, 4)}年${Number(id.slice(5))}月`,
    }));
    return [{ key: 'month', label: '哪个月', choices: months }, place];
  }
  if (of === 'summary') {
    const choices = summaries.map(({ id, label }) => ({ id, text: label }));
    return [{ key: 'summaryId', label: '哪一份', choices }];
  }
  if (of !== 'class') return [term];
  const own = classes.filter(({ books }) => books.some((book) => book === name));
  const choices = own.map(({ id, label }) => ({ id, text: label }));
  return [{ key: 'classId', label: '班级', choices }, term];
}

type Chosen = Partial<Record<Part['key'], string>>;

/** The input of the book; null while something is missing. */
function inputOf({ places }: Books, parts: readonly Part[], chosen: Chosen): object | null {
  if (parts.some(({ key }) => chosen[key] === undefined)) return null;
  const place = places.find(({ placeId }) => placeId === chosen.placeId);
  return place ? { ...chosen, level: place.level } : chosen;
}

/** A book of a class, a place, a term, a month or a summary: which one, then as what. */
export function BookSheet({ answer, name, onClose }: BookSheetProps) {
  const parts = partsOf(answer, name);
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(parts.map(({ key, choices }) => [key, choices[0]?.id])),
  );
  const [choosing, setChoosing] = useState<Part | null>(null);
  return (
    <>
      <PrintSheet name={name} input={inputOf(answer, parts, chosen)} onClose={onClose}>
        {parts.map((part) => {
          const text = part.choices.find(({ id }) => id === chosen[part.key])?.text ?? '还没有';
          const isOpen = part.choices.length > 1;
          return (
            <Row
              key={part.key}
              title={part.label}
              aside={text}
              label={`${part.label}：${text}`}
              {...(isOpen && { onTap: () => setChoosing(part) })}
            />
          );
        })}
      </PrintSheet>
      {choosing && (
        <ChoiceSheet
          title={choosing.label}
          choices={choosing.choices}
          chosenId={chosen[choosing.key] ?? null}
          onChoose={(id) => setChosen({ ...chosen, [choosing.key]: id })}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}
