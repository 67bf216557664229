import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import type { ScreenProps } from '../screen.ts';
import { InstallHelp } from './install-help.tsx';

export function More({ screen }: ScreenProps): VNode {
  const { more, device, pages } = words.value;
  return (
    <Page title={more.title}>
      <Ledger>
        <LedgerRow title={pages.today} href="/today" />
        <LedgerRow title={pages.atVillage} href="/at-village" />
        <LedgerRow title={pages.forMany} href="/for-many" />
        {screen.who.role !== 'collaborator' && <LedgerRow title={pages.paper} href="/paper-sheet" />}
        {screen.who.role === 'officer' && !screen.practice.isOn && (
          <LedgerRow title={pages.transfer} href="/transfer" />
        )}
        <LedgerRow title={pages.slips} href="/slips" />
        {screen.who.role === 'officer' && <LedgerRow title={pages.meeting} href="/meeting" />}
        {screen.who.role === 'officer' && <LedgerRow title={pages.year} href="/year" />}
        {screen.who.role === 'officer' && !screen.practice.isOn && <LedgerRow title={pages.units} href="/units" />}
        {!screen.practice.isOn && <LedgerRow title={device.title} href="/more/device" />}
        {screen.practice.isOn ? (
          <LedgerRow title={pages.guide} href="/guide" />
        ) : (
          <LedgerRow title={pages.practice} note={pages.practiceNote} onPress={screen.practice.go} />
        )}
      </Ledger>
      <ChoiceRows
        id="language"
        label={more.language}
        choices={[
          { key: 'vi', label: 'Tiếng Việt' },
          { key: 'en', label: 'English' },
        ]}
        chosen={language.value}
        onChoose={(key) => screen.chooseLanguage(key === 'en' ? 'en' : 'vi')}
      />
      <InstallHelp install={screen.install.value} />
      <div>
        {screen.practice.isOn ? (
          <Button label={pages.leavePractice} onPress={screen.practice.leave} />
        ) : (
          <Button label={more.lock} icon="lock" onPress={screen.lock} />
        )}
      </div>
    </Page>
  );
}
