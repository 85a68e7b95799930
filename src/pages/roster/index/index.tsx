import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure, sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openDocument } from '../../../platform/documents';
import { useMe } from '../../../platform/me';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
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

/** 花名册: bring a file in, take a list out, and what was brought in so far. */
export default function RosterPage() {
  const me = useMe();
  return (
    <Screen>
      <Answered query={me} skeleton={<Skeleton rows={4} />}>
        {({ school }) => <Lists schoolId={school.id} />}
      </Answered>
    </Screen>
  );
}

function Lists({ schoolId }: { schoolId: string }) {
  const imports = useRosterImports();
  const { way, isBusy, begin } = useNewImport(schoolId);
  if (imports.error && !imports.data) {
    return <Failure error={imports.error} onRetry={() => void imports.refetch()} />;
  }
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Card title="导入">
        <Row
          title="选择花名册文件"
          note="Excel(.xlsx)或 CSV，表头、多余的列和空行都可以留着"
          onTap={() => !isBusy && void begin()}
        />
        {way && <Notice kind={way.isError ? 'error' : 'info'} text={way.text} />}
        <Template />
      </Card>
      <Card title="导出">
        <Row
          title="导出花名册"
          note="默认隐去电话中间四位"
          onTap={() => openPage('exportRoster', {})}
        />
      </Card>
      <Card title="导入的记录">
        <Answered query={imports} skeleton={<Skeleton rows={3} />}>
          {() => (
            <>
              {items.length === 0 && <Empty text="导入以后，这里能看到每一次，30 天内可以撤销。" />}
              {items.map((item) => (
                <Row
                  key={item.id}
                  title={item.fileName}
                  note={`${sayWhen(item.at)} · ${item.by} · ${STATES[item.state]}`}
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

function Template() {
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setError(null);
    await openDocument('rosterTemplate', {}).catch(setError);
  };
  return (
    <>
      <Row title="下载空表" note="没有现成的表，就照着示例填一份" onTap={() => void open()} />
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
    </>
  );
}
