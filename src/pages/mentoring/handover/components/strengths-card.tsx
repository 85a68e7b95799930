import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Part } from '../../../../components/part';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { StudentLine } from '../../mentoring.queries';

/** What the ledger says, strengths first; that something is sealed is said, and nothing of it. */
export function StrengthsCard({
  line: { student, line, lastTerm, sealedFamily },
}: {
  line: StudentLine;
}) {
  const fields = line.fields?.strengths ? line.fields : (lastTerm?.fields ?? line.fields);
  return (
    <Card title={student.name} aside={student.classLabel}>
      {fields?.strengths ? (
        <Part label="优点" text={fields.strengths} />
      ) : (
        <Empty text="班主任写下优点以后，会出现在这里。" />
      )}
      {fields?.interests && <Part label="兴趣爱好" text={fields.interests} />}
      {fields?.weaknesses && <Part label="需要帮助的地方" text={fields.weaknesses} />}
      {line.contributions.map(({ name, capacity, text }) => (
        <Part key={`${name}${capacity}`} label={`${name} · ${capacity}`} text={text} />
      ))}
      {sealedFamily.exists && (
        <SealedLine text={`有 1 条保密记录，需要时请找${sealedFamily.askWhom}`} />
      )}
    </Card>
  );
}
