import type { SnapshotSection } from '~/proposal/snapshot'
import { bold, bullets, figure, heading, italic, numbers, paragraph, quote, text } from './content'
import { demoSociety } from './sections-society'

/** The first four policy sections, written for the example: they argue for the money and name no amount of their own. */
const welfare: SnapshotSection[] = [
  {
    id: 'budget',
    title: 'En budget som räcker',
    content: text(
      paragraph(
        'En kommun är ett löfte mellan människor. Vi betalar var och en efter förmåga, och får tillbaka skola, omsorg och en plats att leva på. När pengarna inte räcker är det löftet som nöts, lite i taget, och först hos den som har minst att ta av.',
      ),
      paragraph(
        'Vi föreslår satsningar för ',
        figure('additions.2025', 'miljoner kronor'),
        ' under 2025, utöver den ram som partierna är överens om. Pengarna går till dem som arbetar närmast invånarna: i klassrummet, i hemtjänsten, på biblioteket och på fältet.',
      ),
      heading('Så betalar vi'),
      paragraph(
        'Skattesatsen höjs med ',
        figure('tax.change', 'öre'),
        ', från ',
        figure('tax.base', 'kronor'),
        ' till ',
        figure('tax.rate', 'kronor'),
        ' per skattekrona. Det ger ',
        figure('tax.2025.new', 'tkr'),
        ' första året. Resten, ',
        figure('lowerResult.2025', 'tkr'),
        ', tar vi ur ett överskott som i ramen är större än vad målet kräver.',
      ),
      paragraph(
        'Årets resultat blir ',
        figure('result.2025', 'tkr'),
        ', eller ',
        figure('resultShare.2025', 'procent'),
        ' av skatteintäkter, generella statsbidrag och utjämning. Målet är minst ',
        figure('target', 'procent'),
        ' alla tre åren. Marginalen är liten, ',
        figure('margin.2025', 'tkr'),
        ' det första året, och det säger vi hellre öppet än gömmer i en avrundning.',
      ),
      heading('Varaktigt, inte tillfälligt'),
      paragraph(
        'Höjningarna ligger kvar och räknas upp med samma index som ramen i övrigt. En förskollärare som anställs i vår ska ha kvar sitt arbete även när planåren kommer. Därför växer satsningarna till ',
        figure('additions.2026', 'tkr'),
        ' år 2026 och ',
        figure('additions.2027', 'tkr'),
        ' år 2027, och finansieringen växer med dem.',
      ),
      bullets(
        [bold('Skatten'), ' bär sin del varje år, också när priserna stiger.'],
        [bold('Överskottet'), ' är kvar och räcker till de investeringar som ramen redan rymmer.'],
        [bold('Inget'), ' i förslaget vilar på pengar som någon annan ännu inte har beslutat om.'],
      ),
    ),
  },
  {
    id: 'skola',
    title: 'Skola och förskola',
    content: text(
      paragraph(
        'Förskolan och skolan bär kommunens längsta löfte: att varje barn ska bli sett. När grupperna växer och vikarierna uteblir är det löftet som ryker först. Vi börjar därför i den änden, med bemanningen, och låter resten av planeringen följa efter.',
      ),
      paragraph(
        'Barn- och ungdomsnämndens ram höjs med ',
        figure('frame.BUN.2025.change', 'miljoner kronor'),
        ' nästa år. Den blir då ',
        figure('frame.BUN.2025.proposed', 'tkr'),
        ', mot ',
        figure('frame.BUN.2025.base', 'tkr'),
        ' i exempelramen. Höjningen ligger kvar och räknas upp i planen, till ',
        figure('frame.BUN.2026.change', 'tkr'),
        ' och ',
        figure('frame.BUN.2027.change', 'tkr'),
        '.',
      ),
      heading('Mindre grupper, fler händer'),
      paragraph(
        'Pengarna går först till de förskolor och skolor där grupperna är störst. Nämnden ska varje termin redovisa gruppernas storlek per enhet, hur många vikarier som saknades och vad rektorerna själva valde att göra åt det.',
      ),
      numbers(
        ['Förskolor med stora grupper bland de yngsta barnen får förstärkning före sommaren.'],
        ['Fritidshemmen får fler vuxna på eftermiddagarna, när skoldagen är som längst.'],
        ['Skolor där många saknar betyg i matematik får speciallärare och tid att planera.'],
      ),
      paragraph(
        'När vuxna hinner stanna kvar i samtalet blir det färre brandkårsutryckningar. Det märks i klassrummet långt innan det märks i statistiken, och därför ber vi om redovisning som går att läsa även för den som inte räknar till vardags.',
      ),
      heading('Skolan slutar inte klockan tre'),
      paragraph(
        'Elevhälsan kan inte ersätta en trygg fritid. Socialnämnden får ',
        figure('frame.SN.2025.change', 'miljoner kronor'),
        ' för uppsökande arbete kvällar och helger, och skolan öppnar sina lokaler för det.',
      ),
      quote(
        'Det som kostar är inte att ha nog med folk, utan att börja om varje gång någon slutar.',
      ),
    ),
  },
  {
    id: 'omsorg',
    title: 'Vård och omsorg',
    content: text(
      paragraph(
        'Den som behöver hjälp hemma ska veta vem som kommer. I dag möter den som har hemtjänst alltför många olika personer på två veckor, och ingen av dem hinner lära känna den som bor där. Det är dyrt i oro och dyrt i omtag.',
      ),
      paragraph(
        'Vård- och omsorgsnämnden får ',
        figure('frame.VON.2025.change', 'miljoner kronor'),
        ' mer än i ramen och disponerar ',
        figure('frame.VON.2025.proposed', 'tkr'),
        ' under 2025. Ramens egna tillägg för fler äldre ligger kvar, och vårt kommer därutöver.',
      ),
      heading('Fast personal i små lag'),
      paragraph(
        'Vi vill göra om timmar till fasta anställningar. Små lag som planerar sina egna scheman håller ihop bättre, och de som arbetar i dem stannar längre. Nämnden börjar i de områden där flest timmar utförs av timavlönade.',
      ),
      bullets(
        ['Tätare bemanning kvällar och nätter på kommunens boenden.'],
        ['Tid i hemtjänsten att stanna kvar när något har hänt.'],
        ['En namngiven kontakt för varje person, och för de anhöriga.'],
      ),
      heading('Omsorg i egen regi'),
      paragraph(
        'När avtal löper ut ska nämnden pröva om uppdraget kan utföras av kommunen själv, inom sin ram. Det som skattebetalarna bekostar ska de också kunna granska. Tillägget växer med index till ',
        figure('frame.VON.2026.change', 'tkr'),
        ' år 2026 och ',
        figure('frame.VON.2027.change', 'tkr'),
        ' år 2027.',
      ),
    ),
  },
  {
    id: 'stod',
    title: 'Stöd i rätt tid',
    content: text(
      paragraph(
        'Den som söker hjälp tidigt behöver mindre av den. Det gäller skulder, missbruk och våld lika mycket som ensamhet. Ändå är det ofta just det tidiga arbetet som får stå tillbaka när en budget stramas åt, för det har ingen kö som syns.',
      ),
      paragraph(
        'Socialnämndens ram höjs med ',
        figure('frame.SN.2025.change', 'tkr'),
        ' till ',
        figure('frame.SN.2025.proposed', 'tkr'),
        '. Summan är liten bredvid skolans och omsorgens, men den går till ett arbete där varje tjänst räknas.',
      ),
      heading('På fältet, inte bakom en lucka'),
      paragraph(
        'Fältarbetarna ska finnas där unga är: på torget, vid stationen och på nätet, också när kontoret har stängt. De samarbetar med fritidsgårdarna och med skolornas personal, och de har mandat att följa med hela vägen till rätt hjälp.',
      ),
      heading('En dörr in'),
      paragraph(
        'Familjer ska inte behöva förstå kommunens organisation för att få stöd. Nämnden planerar för en ',
        italic('familjecentral'),
        ' tillsammans med regionen, med öppen förskola, barnhälsovård och rådgivning under ett tak. Kvinnojouren ska kunna lita på ett avtal som sträcker sig över flera år.',
      ),
    ),
  },
]

/** The example's eight sections, in their order. */
export const demoSections: SnapshotSection[] = [...welfare, ...demoSociety]
