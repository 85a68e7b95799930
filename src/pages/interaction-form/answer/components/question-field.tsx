import { Text, View } from '@tarojs/components';
import { addDays, dayOf, sayDay } from '../../../../../domain/calendar/day';
import { filePathOf, isDrawn } from '../../../../../domain/interaction-form/interaction-form.rules';
import {
  MAX_ANSWER,
  MAX_PHOTOS,
  MAX_SIGNED_NAME,
} from '../../../../../domain/interaction-form/interaction-record.schema';
import { OneOf, SomeOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { TextArea } from '../../../../components/field';
import { PhotoField } from '../../../../components/photos/photo-field';
import { SignatureField } from '../../../../components/signature/signature-field';
import { Tap } from '../../../../components/tap';
import type { Opened } from '../../interaction-form.queries';
import { given, joined, sayAnswer } from './answer-parts';
import './question-field.scss';

export type Question = Opened['questions'][number];

interface QuestionFieldProps {
  question: Question;
  recordId: string;
  /** What stands there when the field is drawn. */
  part: string;
  /** What was answered last time, while nothing is answered now. */
  last: readonly string[] | null;
  error: string | undefined;
  onAnswer(part: string): void;
  onTakeLast(): void;
}

/** One question, with what was answered last time in grey and one tap to take it over. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, last, error, onTakeLast } = props;
  if (question.kind === 'section')
    return <Text className="question-section">{question.label}</Text>;
  return (
    <View className="question">
      <Field {...props} />
      {last && (
        <Tap className="question-last" label={`沿用上次：${question.label}`} onTap={onTakeLast}>
          <Text className="question-last-text">{`上次：${sayAnswer(question, last)}`}</Text>
          <Text className="question-take">沿用</Text>
        </Tap>
      )}
      {error && <Text className="question-error">{error}</Text>}
    </View>
  );
}

function Field({ question, recordId, part, onAnswer }: QuestionFieldProps) {
  const { kind, options, isRequired } = question;
  const label = isRequired ? question.label : `${question.label}（可不填）`;
  const choices = options.map(({ key, label: text }) => [key, text] as const);
  const pathOf = (name: string) => filePathOf(recordId, name);
  switch (kind) {
    case 'single':
    case 'scale':
      return <OneOf label={label} choices={choices} initial={part || null} onChoose={onAnswer} />;
    case 'multiple':
      return (
        <SomeOf
          label={label}
          choices={choices}
          initial={given(question, part)}
          onChoose={(keys) => onAnswer(joined(keys))}
        />
      );
    case 'date':
      return <Day label={label} part={part} onAnswer={onAnswer} />;
    case 'photo':
      return (
        <PhotoField
          label={label}
          note="只拍要给老师看的，不拍其他人。"
          max={MAX_PHOTOS}
          initial={given(question, part)}
          pathOf={pathOf}
          onChange={(fileIds) => onAnswer(joined(fileIds))}
        />
      );
    case 'signature':
      return (
        <SignatureField
          label={label}
          maxName={MAX_SIGNED_NAME}
          initial={part}
          isDrawn={isDrawn}
          pathOf={pathOf}
          onSign={onAnswer}
        />
      );
    default:
      return <TextArea label={label} max={MAX_ANSWER} initial={part} onInput={onAnswer} />;
  }
}

const A_YEAR = 365;

function Day(props: { label: string; part: string; onAnswer(day: string): void }) {
  const today = dayOf(new Date());
  return (
    <DayField
      label={props.label}
      usual={[[today, '今天']]}
      from={addDays(today, -A_YEAR)}
      to={addDays(today, A_YEAR)}
      initial={props.part}
      say={(day) => (day === '' ? '选日子' : sayDay(day, today))}
      onChoose={props.onAnswer}
    />
  );
}
