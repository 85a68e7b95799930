import { useState } from 'react';
import type { ImportSubject } from '../../../../domain/roster/import-subject';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure, sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Skeleton } from '../../../components/skeleton';
import { openDocument } from '../../../platform/documents';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import { IMPORT_WORDS } from '../import-words';
import { type RosterImportItem, useRosterImports } from '../roster.queries';
import { useNewImport } from '../use-new-import';

const STATES: Record<RosterImportItem['state'], string> = {
  staged: '还没有核对',
  checked: '核对过，还没有导入',
  applying: '导入到一半，可以接着导',
  applied: '已导入',
  undoing: '撤销到一半，可以接着撤',
  undone: '已撤销',
};

const SUBJECTS: Record<ImportSubject, string> = { students: '学生', staff: '老师' };

interface ImportListsProps {
  schoolId: string;
  subject: ImportSubject;
}

/** A file to bring in, and every one that was brought in so far. */
export function ImportLists({ schoolId, subject }: ImportListsProps) {
  const imports = useRosterImports();
  const { way, isBusy, begin } = useNewImport(schoolId, subject);
  if (imports.error && !imports.data) {
    return <Failure error={imports.error} onRetry={() => void imports.refetch()} />;
  }
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  const { choose, chooseNote } = IMPORT_WORDS[subject];
  return (
    <>
      <Card title="导入">
        <Row title={choose} note={chooseNote} onTap={() => !isBusy && void begin()} />
        {way && <Notice kind={way.isError ? 'error' : 'info'} text={way.text} />}
        <Template subject={subject} />
      </Card>
      {subject === 'students' && (
        <Card title="导出">
          <Row
            title="导出花名册"
            note="默认隐去电话中间四位"
            onTap={() => openPage('exportRoster', {})}
          />
        </Card>
      )}
      <Card title="导入的记录">
        <Answered query={imports} skeleton={<Skeleton rows={3} />}>
          {() => (
            <>
              {items.length === 0 && <Empty text="导入以后，这里能看到每一次，30 天内可以撤销。" />}
              {items.map((item) => (
                <Row
                  key={item.id}
                  title={item.fileName}
                  note={[
                    SUBJECTS[item.subject],
                    sayWhen(item.at),
                    item.by,
                    STATES[item.state],
                  ].join(' · ')}
                  onTap={() => openPage('rosterImport', { importId: item.id })}
                />
              ))}
              {imports.hasNextPage && (
                <Button text="更早的" onTap={() => void imports.fetchNextPage()} />
              )}
            </>
          )}
        </Answered>
      </Card>
    </>
  );
}

function Template({ subject }: { subject: ImportSubject }) {
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setError(null);
    await openDocument('rosterTemplate', { subject }).catch(setError);
  };
  const { template, templateNote } = IMPORT_WORDS[subject];
  return (
    <>
      <Row title={template} note={templateNote} onTap={() => void open()} />
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
    </>
  );
}
