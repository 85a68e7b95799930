import { PARTICIPANTS } from '../../../../../domain/regulation/meeting-words';
import { Card } from '../../../../components/card';
import { Part } from '../../../../components/part';
import type { Meeting } from '../../consultation.queries';

const STEPS = { askedBack: '问', answered: '答', signed: '签字' } as const;

/** What was asked, answered and signed, and the reports that followed. */
export function SignOffCard({ meeting }: { meeting: Meeting }) {
  const { signOffs, reports } = meeting;
  return (
    <>
      {signOffs.length > 0 && (
        <Card title="验收">
          {signOffs.map(({ kind, words, byName, at }) => (
            <Part
              key={String(at)}
              label={`${byName} · ${STEPS[kind]}`}
              text={words || '已阅，同意。'}
            />
          ))}
        </Card>
      )}
      {reports.length > 0 && (
        <Card title="专题报告" aside={String(reports.length)}>
          {reports.map(({ who, name, text }) => (
            <Part
              key={name}
              label={`${name} · ${who.map((role) => PARTICIPANTS[role]).join('、')}`}
              text={text}
            />
          ))}
        </Card>
      )}
    </>
  );
}
