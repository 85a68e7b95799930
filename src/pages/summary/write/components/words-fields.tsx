import {
  MAX_SUMMARY_WORDS,
  SUMMARY_WORDS,
  type SummaryWords,
} from '../../../../../domain/summary/summary.schema';
import { wordingHints } from '../../../../../domain/wording';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';

const PARTS = Object.keys(SUMMARY_WORDS) as (keyof SummaryWords)[];

const PLACEHOLDERS: SummaryWords = {
  good: '写事情，不排名次。',
  care: '写还没有做的事，不写学生的名字。',
  next: '谁，哪天以前，做什么。',
};

interface WordsFieldsProps {
  initial: SummaryWords;
  typed: SummaryWords;
  onType(part: keyof SummaryWords, text: string): void;
}

/** The three things that people add to the figures. */
export function WordsFields({ initial, typed, onType }: WordsFieldsProps) {
  return (
    <>
      {PARTS.map((part) => (
        <TextArea
          key={part}
          label={SUMMARY_WORDS[part]}
          placeholder={PLACEHOLDERS[part]}
          max={MAX_SUMMARY_WORDS}
          initial={initial[part]}
          onInput={(text) => onType(part, text)}
        />
      ))}
      <Hints hints={wordingHints(PARTS.map((part) => typed[part]).join('\n'))} />
    </>
  );
}

export const wordsOf = (parts: Record<string, string>): SummaryWords => ({
  good: parts.good ?? '',
  care: parts.care ?? '',
  next: parts.next ?? '',
});
