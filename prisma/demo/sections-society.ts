import type { SnapshotSection } from '~/proposal/snapshot'
import { bold, bullets, figure, heading, numbers, paragraph, text } from './content'

/** The last four policy sections of the example. */
export const demoSociety: SnapshotSection[] = [
  {
    id: 'kultur',
    title: 'Kultur och lärande',
    content: text(
      paragraph(
        'Gymnasiet, vuxenutbildningen, biblioteket och kulturskolan hör ihop. Alla fyra handlar om att få en andra chans och en tredje, och om att upptäcka vad man kan bli bra på innan någon annan har bestämt det.',
      ),
      paragraph(
        'Kultur- och utbildningsnämnden får ',
        figure('frame.KUN.2025.change', 'miljoner kronor'),
        ' mer under 2025. Ramen blir ',
        figure('frame.KUN.2025.proposed', 'tkr'),
        ', och tillägget följer indexet till ',
        figure('frame.KUN.2027.change', 'tkr'),
        ' år 2027.',
      ),
      heading('Fler som går ut med examen'),
      paragraph(
        'En avbruten gymnasieutbildning följer med länge. Vi vill ha mentorer som har tid att ringa hem redan den första veckan, studiehandledning på fler språk och en väg tillbaka för den som har hoppat av.',
      ),
      heading('Lägre trösklar'),
      bullets(
        [
          bold('Kulturskolan'),
          ' ska ha fler platser, och avgiften ska inte avgöra vem som spelar.',
        ],
        [bold('Biblioteket'), ' ska ha öppet när människor är lediga, med personal på plats.'],
        [bold('Fritidsgårdarna'), ' ska finnas i fler delar av kommunen än i centrum.'],
      ),
      paragraph(
        'Föreningslivet gör mycket av det kommunen inte kan. Nämnden ser över reglerna för stöd, så att en ny förening kan få besked innan terminen börjar.',
      ),
    ),
  },
  {
    id: 'klimat',
    title: 'Klimat och natur',
    content: text(
      paragraph(
        'Klimatet ändras snabbare än kommunens planer. Översvämmade källare, torra somrar och dyr el är redan vardag, och det som görs i tid är nästan alltid billigare än det som görs efteråt.',
      ),
      paragraph(
        'Arbetet för klimat och beredskap samlas hos kommunstyrelsen, som får ',
        figure('frame.KS.2025.change', 'miljoner kronor'),
        ' för det. Kommunstyrelsens ram blir ',
        figure('frame.KS.2025.proposed', 'tkr'),
        '. I planen följer tillägget indexet, till ',
        figure('frame.KS.2026.change', 'tkr'),
        ' och ',
        figure('frame.KS.2027.change', 'tkr'),
        '.',
      ),
      heading('El från egna tak'),
      paragraph(
        'Kommunen äger många tak och få solceller. Nya skolor ska byggas med dem från början, och de gamla ska inventeras så att rätt tak kommer först. Målet för den kommunägda solelen står bland indikatorerna.',
      ),
      heading('Natur som tål att brukas'),
      numbers(
        ['Våtmarker och vattendrag återställs där det gör mest nytta för vatten och arter.'],
        ['Gammal skog på kommunens mark sparas, och kanterna sköts så att fler vågar gå dit.'],
        ['Upphandlingen av mat och transporter väger in utsläppen, inte bara priset.'],
      ),
      paragraph(
        'Beredskapen får egna rutiner och övningar. När strömmen går ska varje boende veta vem som gör vad, och det ska vara provat en vanlig tisdag.',
      ),
    ),
  },
  {
    id: 'demokrati',
    title: 'Trygghet och demokrati',
    content: text(
      paragraph(
        'Trygghet växer av att någon ser en. En upplyst gångväg, en fritidsledare som kan ens namn och en buss som går sent gör mer för känslan av trygghet än det mesta som kan köpas för pengar.',
      ),
      heading('Platser som hör till alla'),
      paragraph(
        'Samhällsbyggnadsnämndens ram ligger kvar på ',
        figure('frame.SBN.2025.proposed', 'tkr'),
        '. Inom den vill vi att gångvägar, hållplatser och torg går före, och att de som bor i närheten får säga sitt innan ritningarna är klara.',
      ),
      heading('Beslut som går att påverka'),
      paragraph(
        'Få invånare tycker att de kan påverka. Det är ett underbetyg åt oss som har fått förtroendet. Vi vill att stora frågor prövas i dialog tidigt, att svaren redovisas öppet och att ett nej alltid får en förklaring.',
      ),
      bullets(
        ['Medborgarförslag besvaras inom ett halvår, av den nämnd som frågan rör.'],
        ['Ungdomsrådet får yttra sig över förslag som rör skola och fritid.'],
        ['Handlingar skrivs så att de går att läsa utan ordlista.'],
      ),
      heading('Så följer vi upp'),
      paragraph(
        'Varje mål i kapitlet om mål och indikatorer har ett utgångsläge och ett värde att nå. Nämnderna redovisar dem två gånger om året, också när utvecklingen går åt fel håll.',
      ),
    ),
  },
  {
    id: 'arbete',
    title: 'Den som arbetar i kommunen',
    content: text(
      paragraph(
        'Allt i den här budgeten utförs av någon. Sjukfrånvaro, delade turer och ständiga vikarier är inte naturlagar, utan följder av hur arbetet är ordnat. Det går att ordna annorlunda.',
      ),
      paragraph(
        'Av satsningarna 2025 går det mesta till löner: ',
        figure('frame.BUN.2025.change', 'mnkr'),
        ' till barn- och ungdomsnämnden och ',
        figure('frame.VON.2025.change', 'mnkr'),
        ' till vård- och omsorgsnämnden. Det är där flest arbetar, och där flest slutar.',
      ),
      heading('Scheman som går att leva med'),
      paragraph(
        'Heltid ska vara det vanliga och deltid ett val. Ofrivilligt delade turer ska bort, och natten ska bemannas så att ingen arbetar ensam på ett boende. Den som är över 63 år ska kunna gå ner i tid enligt modellen 80-90-100 där verksamheten klarar det.',
      ),
      heading('Chefer som hinner vara på plats'),
      paragraph(
        'En chef med alltför många medarbetare hinner räkna men inte lyssna. Nämnderna redovisar hur många var och en ansvarar för, och förslag på hur antalet kan minska.',
      ),
      bullets(
        ['Introduktion med handledare för alla nya, också för dem som börjar mitt i sommaren.'],
        ['Arbetskläder i hela omsorgen, så att ingen behöver tvätta dem hemma.'],
        ['Utbildning på arbetstid för den som vill bli undersköterska eller barnskötare.'],
      ),
    ),
  },
]
