import type { ComponentType } from 'preact';
import type { QuestionKey } from '../features/first-questions.ts';
import { Home } from '../features/home/home.tsx';
import { HouseholdScreen } from '../features/lives/household/household.tsx';
import type { ScreenProps } from '../features/screen.ts';
import type { InterfaceWords } from '../i18n/vi.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Who } from '../workers/api/phone-api.ts';
import { lateScreen } from './late-screen.tsx';

/** A place in the bar below. */
interface Tab {
  readonly icon: IconName;
  readonly label: (words: InterfaceWords) => string;
}

export interface AppRoute {
  readonly path: string;
  /** Of the browser's tab and its history: never anything personal. */
  readonly title: (words: InterfaceWords) => string;
  readonly component: ComponentType<ScreenProps>;
  /** Asked as soon as a link to it is pressed, where that is worth it: the page before stays until the answer is there. */
  readonly question?: QuestionKey;
  readonly tab?: Tab;
  /** Whose bar it stands in, where it is open to more than those. */
  readonly tabRoles?: readonly Who['role'][];
  /** Roles that it is open to, by its tab, a link or its address; everybody where it is left out. */
  readonly roles?: readonly Who['role'][];
  /** A form is the whole screen: its main button stands at the very bottom, and the draft makes leaving safe. */
  readonly isTask?: true;
}

const officeRoles: readonly Who['role'][] = ['officer', 'viewer', 'approver', 'administrator'];

/* The way to a household is in the book's own chunk; these are fetched when they are gone to. */
const Book = lateScreen(() => import('../features/lives/book/book.tsx').then((module) => module.Book));
const lives = () => import('../features/lives/index.ts');
const PersonScreen = lateScreen(() => lives().then((module) => module.PersonScreen));
const PanelScreen = lateScreen(() => lives().then((module) => module.PanelScreen));
const Join = lateScreen(() => lives().then((module) => module.Join));
const Tasks = lateScreen(() => lives().then((module) => module.Tasks));
const Filters = lateScreen(() => lives().then((module) => module.Filters));
const PrivateLists = lateScreen(() => lives().then((module) => module.PrivateLists));
const PrivateList = lateScreen(() => lives().then((module) => module.PrivateList));
const Filtered = lateScreen(() => lives().then((module) => module.Filtered));
const ChooseHousehold = lateScreen(() => lives().then((module) => module.ChooseHousehold));
const Visit = lateScreen(() => lives().then((module) => module.Visit));
const Review = lateScreen(() => lives().then((module) => module.Review));
const ReviewLines = lateScreen(() => lives().then((module) => module.ReviewLines));
const paper = () => import('../features/lives/sheet/index.ts');
const SheetScreen = lateScreen(() => paper().then((module) => module.SheetScreen));
const BlankSlip = lateScreen(() => paper().then((module) => module.BlankSlip));
const FilledSlip = lateScreen(() => paper().then((module) => module.FilledSlip));
const VisitList = lateScreen(() => paper().then((module) => module.VisitList));
const KeeperSlip = lateScreen(() => paper().then((module) => module.KeeperSlip));
const Cover = lateScreen(() => paper().then((module) => module.Cover));
const VillagePrint = lateScreen(() => paper().then((module) => module.VillagePrint));
const ChooseEvent = lateScreen(() => import('../features/event/choose-event.tsx').then((module) => module.ChooseEvent));
const RecordEvent = lateScreen(() => import('../features/event/record-event.tsx').then((module) => module.RecordEvent));
const TodayLog = lateScreen(() => import('../features/event/today/today-log.tsx').then((module) => module.TodayLog));
const SentBack = lateScreen(() =>
  import('../features/event/sent-back/sent-back.tsx').then((module) => module.SentBack),
);
const ChooseMany = lateScreen(() =>
  import('../features/event/many/choose-many.tsx').then((module) => module.ChooseMany),
);
const RecordMany = lateScreen(() =>
  import('../features/event/many/record-many.tsx').then((module) => module.RecordMany),
);
const AtVillage = lateScreen(() => import('../features/event/at-village.tsx').then((module) => module.AtVillage));
const StartSheet = lateScreen(() =>
  import('../features/event/paper/start-sheet.tsx').then((module) => module.StartSheet),
);
const PaperSheet = lateScreen(() =>
  import('../features/event/paper/paper-sheet.tsx').then((module) => module.PaperSheetScreen),
);
const Report = lateScreen(() => import('../features/report/report.tsx').then((module) => module.Report));
const ReportCases = lateScreen(() =>
  import('../features/report/report-cases.tsx').then((module) => module.ReportCases),
);
const closing = () => import('../features/report/closing/closing-office.ts');
const ClosingScreen = lateScreen(() => closing().then((module) => module.ClosingScreen));
const FrozenScreen = lateScreen(() => closing().then((module) => module.FrozenScreen));
const FrozenMovesScreen = lateScreen(() => closing().then((module) => module.FrozenMovesScreen));
const months = () => import('../features/report/meeting/index.ts');
const Slips = lateScreen(() => months().then((module) => module.Slips));
const Slip = lateScreen(() => months().then((module) => module.Slip));
const SlipList = lateScreen(() => months().then((module) => module.SlipList));
const Meeting = lateScreen(() => months().then((module) => module.Meeting));
const figures = () => import('../features/report/figures/index.ts');
const CompareFigures = lateScreen(() => figures().then((module) => module.Compare));
const EntryOrder = lateScreen(() => figures().then((module) => module.EntryOrder));
const OnPaper = lateScreen(() => figures().then((module) => module.OnPaper));
const Files = lateScreen(() => figures().then((module) => module.Files));
const Pictures = lateScreen(() => figures().then((module) => module.Pictures));
const Targets = lateScreen(() => figures().then((module) => module.Targets));
const Villages = lateScreen(() => figures().then((module) => module.Villages));
const Device = lateScreen(() => import('../features/device/device.tsx').then((module) => module.Device));
const ByFile = lateScreen(() => import('../features/device/by-file.tsx').then((module) => module.ByFile));
const ByLoop = lateScreen(() => import('../features/device/loop/by-loop.tsx').then((module) => module.ByLoop));
const acts = () => import('../features/acts/index.ts');
const NewHead = lateScreen(() => acts().then((module) => module.NewHead));
const Split = lateScreen(() => acts().then((module) => module.Split));
const Merge = lateScreen(() => acts().then((module) => module.Merge));
const MoveHousehold = lateScreen(() => acts().then((module) => module.MoveHousehold));
const MoveRange = lateScreen(() => acts().then((module) => module.MoveRange));
const Renumber = lateScreen(() => acts().then((module) => module.Renumber));
const CloseYear = lateScreen(() => acts().then((module) => module.CloseYear));
const VillagesScreen = lateScreen(() => acts().then((module) => module.VillagesScreen));
const RenameVillage = lateScreen(() => acts().then((module) => module.RenameVillage));
const JoinVillage = lateScreen(() => acts().then((module) => module.JoinVillage));
const SplitVillage = lateScreen(() => acts().then((module) => module.SplitVillage));
const files = () => import('../features/transfer/index.ts');
const TransferHome = lateScreen(() => files().then((module) => module.TransferHome));
const ImportRegister = lateScreen(() => files().then((module) => module.ImportRegister));
const CompareList = lateScreen(() => files().then((module) => module.CompareList));
const ExportRegister = lateScreen(() => files().then((module) => module.ExportRegister));
const ExtractList = lateScreen(() => files().then((module) => module.ExtractList));
const stockPapers = () => import('../features/stock/stock-papers.ts');
const stores = () => import('../features/stock/index.ts');
const Stores = lateScreen(() => stores().then((module) => module.Stores));
const Store = lateScreen(() => stores().then((module) => module.Store));
const Card = lateScreen(() => stockPapers().then((module) => module.Card));
const Move = lateScreen(() => stores().then((module) => module.Move));
const Give = lateScreen(() => stores().then((module) => module.Give));
const Count = lateScreen(() => stockPapers().then((module) => module.Count));
const Order = lateScreen(() => stockPapers().then((module) => module.Order));
const Money = lateScreen(() => stockPapers().then((module) => module.Money));
const stockOffice = () => import('../features/stock/stock-office.ts');
const StockReport = lateScreen(() => stockOffice().then((module) => module.Report));
const Compare = lateScreen(() => stockOffice().then((module) => module.Compare));
const OrderPaper = lateScreen(() => stockOffice().then((module) => module.OrderPaper));
const StockPoint = lateScreen(() => stockOffice().then((module) => module.Point));
const GiveUnnamed = lateScreen(() => stores().then((module) => module.GiveUnnamed));
const Guide = lateScreen(() => import('../features/practice/guide.tsx').then((module) => module.Guide));
const More = lateScreen(() => import('../features/more/more.tsx').then((module) => module.More));

/** The app's features by address. One line less and a folder less: the feature is gone. */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    title: (words) => words.home.title,
    component: Home,
    tab: { icon: 'home', label: (words) => words.home.title },
  },
  {
    path: '/book',
    title: (words) => words.book.title,
    component: Book,
    tab: { icon: 'book', label: (words) => words.book.title },
  },
  { path: '/book/:place', title: (words) => words.book.title, component: Book },
  {
    path: '/household/:id',
    title: (words) => words.household.short,
    component: HouseholdScreen,
    question: 'household',
  },
  { path: '/household/:id/visit', title: (words) => words.pages.visit, component: Visit, isTask: true },
  { path: '/household/:id/sheet', title: (words) => words.book.title, component: SheetScreen, isTask: true },
  { path: '/book/:place/print', title: (words) => words.book.title, component: VillagePrint },
  { path: '/book/:place/cover', title: (words) => words.book.title, component: Cover },
  { path: '/book/:place/slip', title: (words) => words.book.title, component: BlankSlip },
  { path: '/book/:place/p0', title: (words) => words.book.title, component: FilledSlip },
  { path: '/book/:place/visits', title: (words) => words.book.title, component: VisitList },
  { path: '/person/:id', title: (words) => words.pages.person, component: PersonScreen },
  { path: '/person/:id/private', title: (words) => words.pages.person, component: PanelScreen },
  { path: '/person/:id/join', title: (words) => words.pages.person, component: Join },
  { path: '/book/:place/filter', title: (words) => words.book.title, component: Filters },
  { path: '/book/:place/filter/:key', title: (words) => words.book.title, component: Filtered },
  { path: '/book/:place/private', title: (words) => words.book.title, component: PrivateLists },
  { path: '/book/:place/private/:key', title: (words) => words.book.title, component: PrivateList },
  { path: '/tasks', title: (words) => words.pages.tasks, component: Tasks },
  { path: '/visit', title: (words) => words.pages.visit, component: ChooseHousehold },
  { path: '/review', title: (words) => words.pages.review, component: Review, roles: officeRoles },
  { path: '/review/:check', title: (words) => words.pages.review, component: ReviewLines, roles: officeRoles },
  { path: '/household/:id/event', title: (words) => words.household.record, component: ChooseEvent },
  { path: '/record/:draft', title: (words) => words.household.record, component: RecordEvent, isTask: true },
  { path: '/today', title: (words) => words.pages.today, component: TodayLog },
  { path: '/sent-back', title: (words) => words.pages.sentBack, component: SentBack },
  { path: '/at-village', title: (words) => words.pages.atVillage, component: AtVillage },
  { path: '/for-many', title: (words) => words.pages.forMany, component: ChooseMany },
  { path: '/for-many/:draft', title: (words) => words.pages.forMany, component: RecordMany, isTask: true },
  { path: '/paper-sheet', title: (words) => words.pages.paper, component: StartSheet },
  { path: '/paper-sheet/:draft', title: (words) => words.pages.paper, component: PaperSheet, isTask: true },
  { path: '/household/:id/head', title: (words) => words.household.short, component: NewHead, isTask: true },
  { path: '/household/:id/split', title: (words) => words.household.short, component: Split, isTask: true },
  { path: '/household/:id/merge', title: (words) => words.household.short, component: Merge, isTask: true },
  { path: '/household/:id/move', title: (words) => words.household.short, component: MoveHousehold, isTask: true },
  { path: '/book/:place/numbers', title: (words) => words.book.title, component: Renumber, isTask: true },
  { path: '/book/:place/range', title: (words) => words.book.title, component: MoveRange, isTask: true },
  { path: '/year', title: (words) => words.pages.year, component: CloseYear, isTask: true },
  { path: '/units', title: (words) => words.pages.units, component: VillagesScreen },
  { path: '/units/:place/rename', title: (words) => words.pages.units, component: RenameVillage, isTask: true },
  { path: '/units/:place/join', title: (words) => words.pages.units, component: JoinVillage, isTask: true },
  { path: '/units/:place/split', title: (words) => words.pages.units, component: SplitVillage, isTask: true },
  {
    path: '/stock',
    title: (words) => words.pages.stock,
    component: Stores,
    tab: { icon: 'box', label: (words) => words.pages.stockShort },
    tabRoles: officeRoles,
  },
  { path: '/stock/:store', title: (words) => words.pages.stock, component: Store },
  {
    path: '/stock/:store/card/:product/:channel',
    title: (words) => words.pages.stock,
    component: Card,
    question: 'card',
  },
  { path: '/stock/:store/give', title: (words) => words.pages.stock, component: GiveUnnamed, isTask: true },
  { path: '/stock/:store/count', title: (words) => words.pages.stock, component: Count, isTask: true },
  { path: '/stock/:store/order', title: (words) => words.pages.stock, component: Order, isTask: true },
  { path: '/stock/:store/order-paper', title: (words) => words.pages.stock, component: OrderPaper, roles: officeRoles },
  { path: '/stock/:store/money', title: (words) => words.pages.stock, component: Money },
  { path: '/stock/:store/report', title: (words) => words.pages.stock, component: StockReport, roles: officeRoles },
  { path: '/stock/:store/compare', title: (words) => words.pages.stock, component: Compare, roles: officeRoles },
  {
    path: '/stock/:store/point',
    title: (words) => words.pages.stock,
    component: StockPoint,
    roles: officeRoles,
    isTask: true,
  },
  { path: '/stock/:store/:type', title: (words) => words.pages.stock, component: Move, isTask: true },
  { path: '/give/:draft', title: (words) => words.pages.person, component: Give, isTask: true },
  {
    path: '/report',
    title: (words) => words.report.title,
    component: Report,
    tab: { icon: 'report', label: (words) => words.report.title },
    roles: officeRoles,
  },
  { path: '/report/:period', title: (words) => words.report.title, component: Report, roles: officeRoles },
  { path: '/report/:period/:row', title: (words) => words.report.cases, component: ReportCases, roles: officeRoles },
  {
    path: '/closing/:form/:period',
    title: (words) => words.report.title,
    component: ClosingScreen,
    roles: ['officer'],
  },
  {
    path: '/closing/:form/:period/:version',
    title: (words) => words.report.title,
    component: FrozenScreen,
    roles: ['officer'],
  },
  {
    path: '/closing/:form/:period/:version/:row',
    title: (words) => words.report.title,
    component: FrozenMovesScreen,
    roles: ['officer'],
  },
  { path: '/slips', title: (words) => words.pages.slips, component: Slips },
  { path: '/slips/:month', title: (words) => words.pages.slips, component: Slips },
  { path: '/slips/:month/:keeper', title: (words) => words.pages.slips, component: Slip },
  { path: '/slips/:month/:keeper/paper', title: (words) => words.pages.slips, component: KeeperSlip },
  { path: '/slips/:month/:keeper/:list', title: (words) => words.pages.slips, component: SlipList },
  { path: '/meeting', title: (words) => words.pages.meeting, component: Meeting, roles: ['officer'] },
  { path: '/meeting/:month', title: (words) => words.pages.meeting, component: Meeting, roles: ['officer'] },
  {
    path: '/figures/compare/:period',
    title: (words) => words.report.title,
    component: CompareFigures,
    roles: officeRoles,
  },
  { path: '/figures/villages/:period', title: (words) => words.report.title, component: Villages, roles: officeRoles },
  { path: '/figures/pictures/:period', title: (words) => words.report.title, component: Pictures, roles: officeRoles },
  { path: '/figures/files/:period', title: (words) => words.report.title, component: Files, roles: officeRoles },
  { path: '/figures/entry/:period', title: (words) => words.report.title, component: EntryOrder, roles: officeRoles },
  { path: '/figures/paper/:period', title: (words) => words.report.title, component: OnPaper, roles: officeRoles },
  { path: '/targets/:year', title: (words) => words.report.title, component: Targets, roles: ['officer'] },
  {
    path: '/more',
    title: (words) => words.more.title,
    component: More,
    tab: { icon: 'more', label: (words) => words.more.title },
  },
  { path: '/transfer', title: (words) => words.pages.transfer, component: TransferHome },
  { path: '/transfer/import', title: (words) => words.pages.transfer, component: ImportRegister },
  { path: '/transfer/compare', title: (words) => words.pages.transfer, component: CompareList },
  { path: '/transfer/export', title: (words) => words.pages.transfer, component: ExportRegister },
  { path: '/transfer/extract', title: (words) => words.pages.transfer, component: ExtractList },
  { path: '/guide', title: (words) => words.pages.guide, component: Guide },
  { path: '/more/device', title: (words) => words.device.title, component: Device },
  { path: '/more/by-file', title: (words) => words.device.title, component: ByFile },
  { path: '/more/by-loop', title: (words) => words.device.title, component: ByLoop, isTask: true },
];

export function isOpenTo({ roles }: Pick<AppRoute, 'roles'>, role: Who['role']): boolean {
  return roles?.includes(role) ?? true;
}

/** Files, keys and what only the hub can do: practice has no door for them. */
export function isInPractice({ path }: Pick<AppRoute, 'path'>): boolean {
  return !/^\/(?:transfer|units|more\/)/.test(path);
}
