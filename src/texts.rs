//! The one table of interface texts, in Dutch and in English.
//!
//! The macro asks for both languages of every text, so a text without a translation does not compile; a test
//! holds their placeholders against each other. The data itself is Dutch in both languages.

use std::fmt::Display;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale name such as `nl_NL.UTF-8`: Dutch where it is Dutch, else English.
    pub fn of_locale(locale: &str) -> Lang {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") { Lang::Nl } else { Lang::En }
    }

    /// Its tag, as pages name it.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// The text in this language.
    pub fn say(self, msg: Msg) -> &'static str {
        let (nl, en) = msg.both();
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// The text in this language, with its placeholders `{}` filled in order.
    pub fn fill(self, msg: Msg, values: &[&dyn Display]) -> String {
        let mut pieces = self.say(msg).split("{}");
        let mut out = pieces.next().unwrap_or_default().to_string();
        let mut values = values.iter();
        for piece in pieces {
            if let Some(value) = values.next() {
                out.push_str(&value.to_string());
            }
            out.push_str(piece);
        }
        out
    }

    /// The Dutch or the English one of two names, as the vocabulary has them.
    pub fn pick<'t>(self, nl: &'t str, en: &'t str) -> &'t str {
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

macro_rules! texts {
    ($($name:ident: $nl:literal / $en:literal;)+) => {
        /// A text of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each text says what it is")]
        pub enum Msg { $($name),+ }

        impl Msg {
            /// Every text.
            pub const ALL: &'static [Msg] = &[$(Msg::$name),+];

            /// The Dutch and the English text.
            pub fn both(self) -> (&'static str, &'static str) {
                match self { $(Msg::$name => ($nl, $en)),+ }
            }
        }
    };
}

texts! {
    // Faults in data.
    FaultUnreadable: "kan niet gelezen worden: {}" / "cannot be read: {}";
    FaultNotUtf8: "is geen UTF-8 (vanaf byte {}); sla het bestand op als UTF-8" / "is not UTF-8 (from byte {}); save the file as UTF-8";
    FaultNotJson: "is geen JSON: {} (regel {}, kolom {})" / "is not JSON: {} (line {}, column {})";
    FaultFolderEmpty: "bevat geen enkel regiobestand (*.json)" / "holds no region file (*.json)";
    FaultMissingField: "veld \"{}\" ontbreekt" / "field \"{}\" is missing";
    FaultUnknownField: "onbekend veld \"{}\"; toegestaan: {}" / "unknown field \"{}\"; allowed: {}";
    FaultWrongType: "is {}, maar moet {} zijn" / "is {}, but must be {}";
    FaultNotAllowed: "is \"{}\", toegestaan: {}" / "is \"{}\", allowed: {}";
    FaultUnknownId: "onbekende id \"{}\"; toegestaan: {}" / "unknown id \"{}\"; allowed: {}";
    FaultBadId: "\"{}\" is geen id; toegestaan: kleine letters, cijfers, koppelteken en punt" / "\"{}\" is no id; allowed: lower-case letters, digits, hyphen and full stop";
    FaultNoTarget: "\"{}\" staat nergens in de dataset, of is daar iets anders" / "\"{}\" stands nowhere in the dataset, or is something else there";
    FaultIdTwice: "id \"{}\" staat ook in {}" / "id \"{}\" also stands in {}";
    FaultIdFile: "id \"{}\" hoort de naam van het bestand te zijn" / "id \"{}\" must be the name of the file";
    FaultNoPart: "deel \"{}\" bestaat niet in deze regio; toegestaan: {}" / "part \"{}\" does not exist in this region; allowed: {}";
    FaultBackwards: "regels lopen terug: {} tot {}" / "lines run backwards: {} to {}";
    FaultLineZero: "regels beginnen bij 1, niet bij {}" / "lines begin at 1, not at {}";
    FaultMarks: "{} V's is meer dan de {} kolommen van de as" / "{} V's is more than the {} columns of the axis";
    FaultColumns: "{} kolommen bij {} V's: deze aantallen moeten gelijk zijn" / "{} columns with {} V's: these numbers must be equal";
    FaultBox: "tekstvak {} bestaat niet: de rij heeft er {}" / "text box {} does not exist: the row has {}";
    FaultBasis: "basis \"unclear\" hoort bij doelgroep null, en alleen daarbij" / "basis \"unclear\" goes with doelgroep null, and only with that";
    FaultTileTwice: "plaats {} op de tegelkaart is al van {}" / "place {} on the tile map is already taken by {}";
    FaultTileRoaz: "een ROAZ-regio heeft geen plaats op de tegelkaart (null)" / "a ROAZ region has no place on the tile map (null)";
    FaultEmpty: "is leeg" / "is empty";
    FaultControl: "bevat een stuurteken (U+{})" / "holds a control character (U+{})";
    FaultTooMany: "{} is te veel; hoogstens {}" / "{} is too many; at most {}";
    TypeObject: "een object" / "an object";
    TypeList: "een lijst" / "a list";
    TypeText: "een tekst" / "a string";
    TypeNumber: "een getal" / "a number";
    TypeWhole: "een geheel getal van {} tot {}" / "a whole number from {} to {}";
    TypeBool: "waar of onwaar" / "true or false";
    TypeNull: "null" / "null";
    TypeOrNull: "{} of null" / "{} or null";
    // Words for what the dataset holds.
    Developments: "Verwachte ontwikkelingen" / "Expected developments";
    Focus: "Focus op sectoren en doelgroepen" / "Focus on sectors and doelgroepen";
    Notes: "Opmerkingen bij de bron" / "Notes on the source";
    KindZorgkantoor: "zorgkantoorregio" / "zorgkantoor region";
    KindRoaz: "ROAZ-regio" / "ROAZ region";
    WholeRegion: "Hele regio" / "Whole region";
    PartOf: "{} (deel van {} {})" / "{} (part of {} {})";
    SilentDash: "Het plan noemt bij dit thema niets (de bron toont een streepje)." / "The plan names nothing under this theme (the source shows a dash).";
    SilentStated: "De bron zegt in woorden dat het plan bij dit thema niets noemt." / "The source says in words that the plan names nothing under this theme.";
    SourcePage: "{}, p. {}" / "{}, p. {}";
    SourceLine: "bron: {}" / "source: {}";
    Page: "p. {}" / "p. {}";
    BasisNamed: "genoemd in het tekstvak" / "named in the text box";
    BasisClear: "blijkt uit de inhoud" / "clear from its content";
    BasisOrder: "alleen door de volgorde van de vakken" / "only by the order of the boxes";
    BasisUnclear: "niet toe te wijzen" / "cannot be assigned";
    DoelgroepUnknown: "doelgroep onbekend" / "doelgroep unknown";
    FocusBox: "Tekstvak {}: {} ({})" / "Text box {}: {} ({})";
    RowSectors: "Sectoren: {} van {} gemarkeerd" / "Sectors: {} of {} marked";
    RowDoelgroepen: "Doelgroepen: {} van {} gemarkeerd, {}" / "Doelgroepen: {} of {} marked, {}";
    GroundRowFull: "de rij is vol" / "the row is full";
    GroundLayout: "de opmaak van het document is bekend" / "the layout of the document is known";
    GroundBox: "een tekstvak noemt de doelgroep of laat geen twijfel" / "a text box names the doelgroep or leaves no doubt";
    GroundRemainder: "alle V's van de rij horen bij andere kolommen" / "all V's of the row belong to other columns";
    GroundRowEmpty: "de rij is leeg" / "the row is empty";
    GroundColumnLost: "de bron verloor onder welke kolom de V's staan" / "the source lost under which columns the V's stand";
    GroundBoxUnsure: "een tekstvak is niet met zekerheid toe te wijzen" / "a text box cannot be assigned with certainty";
    GroundRowMissing: "de rij ontbreekt in de bron" / "the row is missing from the source";
    CellYes: "ja" / "yes";
    CellNo: "nee" / "no";
    CellUnknown: "onbekend" / "unknown";
    OneDevelopment: "{} ontwikkeling" / "{} development";
    SomeDevelopments: "{} ontwikkelingen" / "{} developments";
    OneActionLine: "{} actielijn" / "{} action line";
    SomeActionLines: "{} actielijnen" / "{} action lines";
    OneFocusAction: "{} focusactie" / "{} focus action";
    SomeFocusActions: "{} focusacties" / "{} focus actions";
    OneBox: "{} tekstvak" / "{} text box";
    SomeBoxes: "{} tekstvakken" / "{} text boxes";
    SourceHasNone: "De bron heeft hierover geen tekst." / "The source has no text on this.";
    AlsoCalled: "niet te verwarren met {}" / "not to be confused with {}";
    ListZorgkantoor: "Zorgkantoorregio's" / "Zorgkantoor regions";
    ListRoaz: "ROAZ-regio's" / "ROAZ regions";
    // The command line.
    UsageMore: "meer met --help" / "more with --help";
    UsageNoValue: "{} mist een waarde" / "{} lacks a value";
    UsageNoValueOf: "{} mist een waarde; toegestaan: {}" / "{} lacks a value; allowed: {}";
    UsageNotAllowed: "\"{}\" is geen waarde voor {}{}; toegestaan: {}" / "\"{}\" is no value for {}{}; allowed: {}";
    UsageOutside: "\"{}\" past niet bij {}; toegestaan: {} tot en met {}" / "\"{}\" does not fit {}; allowed: {} to {}";
    UsageBadValue: "\"{}\" is geen waarde voor {}" / "\"{}\" is no value for {}";
    UsageUnknown: "onbekend: \"{}\"" / "unknown: \"{}\"";
    UsageTwice: "{} staat er meer dan eens; een keer volstaat" / "{} stands there more than once; once will do";
    UsageConflict: "{} en {} gaan niet samen; laat een van beide weg" / "{} and {} do not go together; leave one of them out";
    UsageMissing: "er ontbreekt: {}" / "missing: {}";
    OutputThere: "{} is er al; kies een andere naam, of --force om het te overschrijven" / "{} is there already; choose another name, or --force to write over it";
    UsageNotUtf8: "een argument is geen UTF-8; typ het opnieuw" / "an argument is not UTF-8; type it anew";
    ErrorUnknownRegion: "geen regio \"{}\"" / "no region \"{}\"";
    ErrorDidYouMean: "; bedoelde u {}?" / "; did you mean {}?";
    ErrorListRegions: "; `impactkaart list` noemt ze alle" / "; `impactkaart list` names them all";
    ErrorAmbiguous: "\"{}\" past bij meer dan één regio: {}" / "\"{}\" fits more than one region: {}";
    ErrorUnknownTheme: "geen thema \"{}\"; toegestaan: {}" / "no theme \"{}\"; allowed: {}";
    ErrorUnknownPart: "{} heeft geen deel \"{}\"; toegestaan: {}" / "{} has no part \"{}\"; allowed: {}";
    ErrorTwoParts: "\"{}\" is al een deel; laat --part \"{}\" weg, of noem alleen de regio" / "\"{}\" is a part already; leave out --part \"{}\", or name only the region";
    ErrorNoParts: "{} heeft geen delen" / "{} has no parts";
    ErrorNoTerminal: "het scherm heeft een terminal nodig; gebruik hier {}" / "the screen needs a terminal; here, use {}";
    ErrorNoScreen: "dit programma is zonder scherm gebouwd; gebruik {}" / "this program was built without the screen; use {}";
    ErrorStray: "\"{}\" hoort niet bij dit commando; voor een regio die zo heet: `impactkaart -- {}`" / "\"{}\" does not belong to this command; for a region of that name: `impactkaart -- {}`";
    ErrorTerminal: "de terminal deed niet wat nodig was: {}" / "the terminal did not do what was needed: {}";
    ErrorWrite: "schrijven ging niet: {}" / "could not write: {}";
    Valid: "{}: in orde: {} regio's, {} matrixrijen, {} ingangen" / "{}: in order: {} regions, {} matrix rows, {} entries";
    Bundled: "de ingebouwde dataset" / "the bundled dataset";
    Faults: "fouten: {}" / "faults: {}";
    And: " of " / " or ";
    // The screen.
    ViewMatrix: "Matrix" / "Matrix";
    ViewCompare: "Vergelijk" / "Compare";
    ViewSearch: "Zoek" / "Search";
    ViewRegions: "Regio's" / "Regions";
    TreeZorgkantoor: "ZORGKANTOORREGIO'S" / "ZORGKANTOOR REGIONS";
    TreeRoaz: "ROAZ-REGIO'S" / "ROAZ REGIONS";
    NarrowLabel: "zoek:" / "find:";
    NarrowedTo: "zoek: {} ({})" / "find: {} ({})";
    TooSmall: "Dit venster is te klein: minstens {} bij {} tekens." / "This window is too small: at least {} by {} cells.";
    HelpTitle: "Toetsen: typ om te zoeken" / "Keys: type to search";
    HelpEverywhere: "Overal" / "Everywhere";
    HelpField: "In een tekstveld" / "In a text field";
    HelpSigns: "Wat een teken betekent" / "What a sign means";
    HelpYes: "ja: er staat zeker een V" / "yes: a V stands there for certain";
    HelpNo: "nee: er staat zeker geen V" / "no: no V stands there for certain";
    HelpUnknown: "?: de bron verloor onder welke kolom de V's staan" / "?: the source lost under which columns the V's stand";
    HelpEvidence: "?3: onbekend, met drie passages die ernaar wijzen" / "?3: unknown, with three passages that point to it";
    KeyNarrow: "zoek regio" / "find region";
    KeyNextHeading: "volgende kop" / "next heading";
    KeyPreviousHeading: "vorige kop" / "previous heading";
    KeyViewRegions: "regio's" / "regions";
    KeyViewMatrix: "matrix" / "matrix";
    KeyViewCompare: "vergelijking" / "comparison";
    KeySearch: "zoek tekst" / "search text";
    KeyMakeA: "maak dit A" / "make this A";
    KeyMakeB: "maak dit B" / "make this B";
    KeyCompare: "vergelijk A met B" / "compare A with B";
    KeyUp: "omhoog" / "up";
    KeyDown: "omlaag" / "down";
    KeyLeft: "naar links" / "left";
    KeyRight: "naar rechts" / "right";
    KeyPageUp: "bladzijde omhoog" / "page up";
    KeyPageDown: "bladzijde omlaag" / "page down";
    KeyTop: "naar het begin" / "to the beginning";
    KeyBottom: "naar het einde" / "to the end";
    KeyNextPane: "ander paneel" / "other pane";
    KeyOpen: "open" / "open";
    KeyBack: "terug" / "back";
    KeyEscape: "sluit, wis of terug" / "close, clear or back";
    KeyHelp: "hulp" / "help";
    KeyRepaint: "scherm opnieuw tekenen" / "repaint the screen";
    KeySuspend: "onderbreken" / "suspend";
    KeyQuit: "stop" / "quit";
    KeyFieldClose: "sluit het veld" / "close the field";
    KeyFieldTake: "neem over" / "take";
    KeyFieldHome: "naar het begin van het veld" / "to the start of the field";
    KeyFieldEnd: "naar het einde van het veld" / "to the end of the field";
    KeyFieldErase: "wis het teken ervoor" / "erase the character before";
    KeyFieldDelete: "wis het teken eronder" / "delete the character under the cursor";
    KeyFieldEraseWord: "wis het woord ervoor" / "erase the word before";
    KeyFieldClear: "maak het veld leeg" / "empty the field";
    // Matrix.
    ErrorUnknownColumn: "onbekende id \"{}\" bij {}; toegestaan: {}" / "unknown id \"{}\" for {}; allowed: {}";
    ErrorOtherAxis: "\"{}\" staat op de andere as; gebruik daarvoor {}" / "\"{}\" stands on the other axis; use {} for it";
    ErrorBothWays: "\"{}\" is zowel gewenst als uitgesloten; kies een van beide" / "\"{}\" is both wanted and excluded; choose one of them";
    ErrorTooLarge: "{} is {}, maar de as heeft {} kolommen" / "{} is {}, but the axis has {} columns";
    MatrixCounts: "{} zeker, {} met aanwijzing, {} mogelijk" / "{} certain, {} evidenced, {} possible";
    MatrixCountsShort: "{}/{}: {} zeker, {} aanw., {} mogelijk" / "{}/{}: {} certain, {} evid., {} possible";
    MatrixLeft: "{} van {} rijen" / "{} of {} rows";
    MatrixNoFilter: "geen filter" / "no filter";
    MatrixWanted: "{} gewenst" / "{} wanted";
    MatrixExcluded: "{} uitgesloten" / "{} excluded";
    MatrixAll: "alle" / "all";
    MatrixAny: "minstens één" / "any";
    MatrixLeastSectors: "minstens {} V's over de sectoren" / "at least {} V's over the sectors";
    MatrixLeastDoelgroepen: "minstens {} V's over de doelgroepen" / "at least {} V's over the doelgroepen";
    MatrixOnlyZorgkantoor: "alleen zorgkantoorregio's" / "only zorgkantoor regions";
    MatrixOnlyRoaz: "alleen ROAZ-regio's" / "only ROAZ regions";
    MatrixOwnCount: "eigen merken tellen mee" / "own marks count";
    MatrixShown: "getoond: {}" / "shown: {}";
    StrengthCertain: "zeker" / "certain";
    StrengthEvidenced: "met aanwijzing" / "evidenced";
    StrengthPossible: "mogelijk" / "possible";
    MatrixWhyRare: "Zeker is zeldzaam: de bron toont hoeveel V's een rij telt, maar verloor de kolommen; zeker zijn volle rijen en wat een tekstvak noemt." / "Certain is rare: the source shows how many V's a row holds, but lost the columns; certain are full rows and what a text box names.";
    MatrixWhyShort: "zeker is zeldzaam (volle rijen, genoemde vakken): de bron verloor de kolommen" / "certain is rare (full rows, named boxes): the source lost the columns";
    MatrixHint: "geen filter: {} vraagt een V in de kolom" / "no filter: {} asks for a V in the column";
    MatrixNone: "Geen rij past. {} wist het filter, {} toont een andere sterkte." / "No row fits. {} clears the filter, {} shows another strength.";
    MatrixSorted: "op {}" / "by {}";
    SortKind: "soort" / "kind";
    SortName: "naam" / "name";
    SortSectors: "V's sectoren" / "V's sectors";
    SortDoelgroepen: "V's doelgroepen" / "V's doelgroepen";
    CellHeading: "{} × {}: {}" / "{} × {}: {}";
    CellCounts: "De rij telt {} V's op {} {}." / "The row holds {} V's on {} {}.";
    CellCountsOne: "De rij telt 1 V op {} {}." / "The row holds 1 V on {} {}.";
    CellMissing: "De rij over de {} ontbreekt in de bron." / "The row over the {} is missing from the source.";
    AxisSectors: "sectoren" / "sectors";
    AxisDoelgroepen: "doelgroepen" / "doelgroepen";
    CellBoxes: "Er staan {} tekstvakken onder." / "{} text boxes stand under it.";
    CellWhy: "Grond: {}." / "Ground: {}.";
    CellColumn: "Kolom, in de getoonde rijen: {}." / "Column, in the rows shown: {}.";
    CellOwn: "Eigen merk: {}" / "Own mark: {}";
    CellEvidence: "{} aanwijzingen:" / "{} pieces of evidence:";
    CellEvidenceOne: "1 aanwijzing:" / "1 piece of evidence:";
    CellNoEvidence: "Geen aanwijzing in de tekst." / "No evidence in the text.";
    EvidenceBox: "Tekstvak {}" / "Text box {}";
    EvidenceFrom: "{}: {}" / "{}: {}";
    RemarkLabel: "opmerking: " / "remark: ";
    RemarkNeedsMark: "zet eerst een eigen merk met {}" / "set an own mark with {} first";
    OwnSaved: "eigen merk bewaard: {}; {} voegt een opmerking toe" / "own mark kept: {}; {} adds a remark";
    OwnRemoved: "eigen merk weggehaald" / "own mark taken away";
    OwnStrangers: "{} eigen merken horen bij een cel die deze dataset niet heeft; ze blijven bewaard: {}" / "{} own marks belong to a cell that this dataset does not have; they are kept: {}";
    OwnNoFolder: "eigen merken kunnen nergens bewaard worden: er is geen thuismap" / "own marks cannot be kept anywhere: there is no home folder";
    OwnNotMarks: "{} is geen bestand met eigen merken: {}" / "{} is no file of own marks: {}";
    OwnNone: "er zijn geen eigen merken" / "there are no own marks";
    OwnExported: "{} eigen merken in {}" / "{} own marks in {}";
    OwnImported: "{} nieuw, {} al aanwezig, {} anders dan hier" / "{} new, {} there already, {} other than here";
    OwnKeptOurs: "{}: hier anders gemerkt; het merk van hier blijft (--replace neemt het andere)" / "{}: marked otherwise here; the mark from here stays (--replace takes the other)";
    OwnTookTheirs: "{}: hier anders gemerkt; het andere merk is overgenomen" / "{}: marked otherwise here; the other mark was taken over";
    OwnGone: "{} ({})" / "{} ({})";
    OwnNoRegion: "deze dataset heeft de regio niet" / "this dataset does not have the region";
    OwnNoPart: "de regio heeft dit deel niet" / "the region does not have this part";
    OwnNoRow: "heeft geen eigen rij in de matrix" / "has no row of its own in the matrix";
    OwnNoAxis: "geen as; toegestaan: sectors, doelgroepen" / "no axis; allowed: sectors, doelgroepen";
    OwnNoColumn: "de as heeft deze kolom niet" / "the axis does not have this column";
    HelpOwn: "{}{}: eigen merk, gezet met {}; ' volgt uit eigen merken, ! spreekt de bron tegen" / "{}{}: own mark, set with {}; ' follows from own marks, ! the source contradicts it";
    KeyCycleColumn: "filter" / "filter";
    KeyToggleMatch: "alle/een" / "all/any";
    KeyNextStrength: "sterkte" / "strength";
    KeyNextSort: "sorteer" / "sort";
    KeyOwnMark: "merk" / "mark";
    KeyNextKind: "alleen zorgkantoor of alleen ROAZ" / "only zorgkantoor or only ROAZ";
    KeyMoreMarks: "minstens een V meer over deze as" / "at least one V more over this axis";
    KeyFewerMarks: "minstens een V minder over deze as" / "at least one V less over this axis";
    KeyRemark: "opmerking bij eigen merk" / "remark with own mark";
    KeyCountOwn: "eigen merken tellen mee" / "own marks count";
    MatrixNoRow: "geen rij past; met --strength possible zijn het er {}" / "no row fits; with --strength possible there are {}";
    MatrixRow: "Regio" / "Region";
    TotalOf: "totaal {}" / "total {}";
    RoazPrefix: "ROAZ {}" / "ROAZ {}";
    LegendYes: "{} ja" / "{} yes";
    LegendNo: "{} nee" / "{} no";
    LegendUnknown: "{} onbekend" / "{} unknown";
    LegendEvidence: "{}3 onbekend, drie aanwijzingen" / "{}3 unknown, three pieces of evidence";
    LegendOwn: "{} eigen merk" / "{} own mark";
    LegendFollows: "{} volgt uit eigen merken" / "{} follows from own marks";
    LegendAgainst: "{} eigen merk dat de bron tegenspreekt" / "{} own mark that the source contradicts";
    GroundOwn: "eigen merk" / "own mark";
    GroundFollows: "volgt uit eigen merken: zo blijft er in deze rij geen andere mogelijkheid" / "follows from own marks: with them this row leaves no other possibility";
    OwnAgainst: "De bron zegt zeker {} ({}); die telt, het merk niet." / "The source says {} for certain ({}); that counts, the mark does not.";
    OwnTooMany: "met de eigen merken komt de rij op {} V's, in de bron op {}; elk merk staat op zich en er volgt niets uit." / "with the own marks the row has {} V's, in the source {}; each mark stands for itself and nothing follows.";
    OwnTooFew: "met de eigen merken komt de rij op hoogstens {} V's, in de bron op {}; elk merk staat op zich en er volgt niets uit." / "with the own marks the row has at most {} V's, in the source {}; each mark stands for itself and nothing follows.";
    OwnMisfit: "Let op: {}" / "Note: {}";
    OwnNotFitting: "Eigen merken die niet bij de bron passen:" / "Own marks that do not fit the source:";

    // Comparison.
    CompareTitle: "Vergelijking" / "Comparison";
    CompareOpens: "{} opent {}" / "{} opens {}";
    CompareShowsDifferences: "alleen verschillen" / "only differences";
    CompareShowsShared: "alleen wat beide noemen" / "only what both name";
    CompareChooseBoth: "Kies twee regio's of delen: {} voor A, {} voor B." / "Choose two regions or parts: {} for A, {} for B.";
    CompareChoose: "Kies {}: druk op {} en typ een naam." / "Choose {}: press {} and type a name.";
    CompareSame: "A en B zijn dezelfde; kies een andere met {} of {}." / "A and B are the same; choose another with {} or {}.";
    CompareChooseElsewhere: "In een ander scherm maken {} en {} van de gekozen regio A of B, en {} vergelijkt." / "In another view {} and {} make the selected region A or B, and {} compares.";
    CompareSideMade: "{} is nu {}; {} vergelijkt" / "{} is now {}; {} compares";
    CompareUnset: "nog niet gekozen" / "not chosen yet";
    PickSide: "Kies {}" / "Choose {}";
    PickNone: "Niets gevonden met deze letters." / "Nothing found with these letters.";
    KeyNextTheme: "volgend thema" / "next theme";
    KeyPreviousTheme: "vorig thema" / "previous theme";
    KeyPickA: "kies A" / "choose A";
    KeyPickB: "kies B" / "choose B";
    KeySwap: "wissel" / "swap";
    KeyCycleOnly: "verschillen" / "differences";
    KeyCycleColumns: "kolommen" / "columns";
    KeySideA: "naar kant A" / "to side A";
    KeySideB: "naar kant B" / "to side B";
    KeyMeeting: "presenteren" / "present";
    CompareFigures: "Cijfers" / "Figures";
    CompareShortDevelopments: "Ontwikkelingen" / "Developments";
    CompareShortFocus: "Focus" / "Focus";
    CompareTally: "{} samen · {} alleen A noemt hier · {} alleen B" / "{} both · {} only A names here · {} only B";
    CompareTallyFocus: "{} zeker bij beide · {} zeker alleen A · {} zeker alleen B" / "{} certainly both · {} certainly only A · {} certainly only B";
    CompareTallyFigures: "{} geven beide · {} geeft alleen A · {} alleen B" / "{} given by both · {} only by A · {} only by B";
    CompareOnlyNames: "alleen {} noemt dit hier: {}" / "only {} names this here: {}";
    CompareOnlyGives: "alleen {} geeft: {}" / "only {} gives: {}";
    CompareNamesThere: "({} noemt dit bij: {})" / "({} names this under: {})";
    CompareNamesHere: "({} noemt dit hier ook, in de rij: {})" / "({} names this here too, in the row: {})";
    CompareNamesAkin: "({} noemt wel: {}; bij: {})" / "({} does name: {}; under: {})";
    CompareBox: "Tekstvak: {}" / "Text box: {}";
    CompareOnlyBox: "alleen {} heeft een tekstvak: {}" / "only {} has a text box: {}";
    CompareNoBox: "({}: geen tekstvak hierover)" / "({}: no text box on this)";
    CompareUnsureBoxes: "({}: geen tekstvak zeker hierover; niet alle vakken zijn met zekerheid toe te wijzen)" / "({}: no text box certainly on this; not all boxes can be assigned with certainty)";
    CompareNamesNowhere: "({}: ook elders niet gevonden)" / "({}: not found elsewhere either)";
    ComparePlanOne: "Alleen van {} is hier het regioplan, van {} niet: er is niets naast elkaar te leggen." / "Only of {} is the regioplan here, not of {}: there is nothing to lay side by side.";
    ComparePlanNone: "Van geen van beide is hier een regioplan; wel van: {}." / "There is no regioplan of either here; there is one of: {}.";
    ComparePlanRule: "Alleen wat de plannen willen: geen feiten, knelpunten of partijen." / "Only what the plans want: no facts, problems or parties.";
    ComparePlanOther: "({} noemt dit in het regioplan niet als plan of doel, wel als: {})" / "({} names this in its regioplan not as a plan or aim, but as: {})";
    ComparePlanNowhere: "({} noemt dit nergens in het regioplan)" / "({} names this nowhere in its regioplan)";
    CompareSaysNothing: "{}: hier staat niets in de bron." / "{}: the source has nothing here.";
    CompareNothing: "Geen van beide noemt hier iets." / "Neither names anything here.";
    CompareNoneShown: "Niets te tonen met deze keuze." / "Nothing to show with this choice.";
    CompareNoFigures: "Geen van beide geeft een cijfer dat ook andere regio's geven." / "Neither gives a figure that other regions give too.";
    CompareNoValue: "zonder waarde" / "without a value";
    CompareChange: ", verschil {}" / ", change {}";
    CompareSameWords: "(in dezelfde woorden)" / "(in the same words)";
    CompareDiffers: "Zeker verschillend: {}." / "Certainly different: {}.";
    CompareNoneDiffers: "Geen kolom verschilt zeker; een onbekende telt niet als verschil." / "No column certainly differs; an unknown is no difference.";
    CompareSectors: "Sectoren" / "Sectors";
    CompareDoelgroepen: "Doelgroepen" / "Doelgroepen";
    CompareMarks: "{} van {} gemarkeerd" / "{} of {} marked";
    CompareRows: "{} rijen; kies een deel voor één rij" / "{} rows; choose a part for one row";
    CompareMixed: "verschilt per deel" / "differs by part";
    CompareLegend: "Tussen [ ] staan de woorden die in bijna gelijke teksten verschillen, en cellen die zeker verschillen." / "Between [ ] stand the words that differ in nearly equal texts, and cells that certainly differ.";
    ErrorSamePlace: "\"{}\" en \"{}\" zijn dezelfde; noem twee verschillende regio's of delen" / "\"{}\" and \"{}\" are the same; name two different regions or parts";

    // Search.
    SearchTitle: "Zoeken" / "Search";
    SearchLabel: "zoek:" / "search:";
    SearchNothing: "geen treffers" / "no hits";
    SearchOne: "1 treffer" / "1 hit";
    SearchTotal: "{} treffers, regio's: {}" / "{} hits, regions: {}";
    SearchTotalNational: "{} treffers, landelijk" / "{} hits, national";
    SearchPlans: "regioplannen" / "regioplannen";
    SearchNational: "landelijk" / "national";
    SearchDevelopments: "ontwikkelingen" / "developments";
    SearchActionLines: "actielijnen" / "action lines";
    SearchFocus: "focusacties" / "focus actions";
    SearchProblem: "{}:{} betekent niets; toegestaan: {}" / "{}:{} means nothing; allowed: {}";
    SearchNoFilter: "\"{}\" is geen filter; toegestaan: {} (de tekst zelf: tussen aanhalingstekens)" / "\"{}\" is no filter; allowed: {} (the text itself: in quotation marks)";
    ErrorSearchEmpty: "er is niets om te zoeken; typ minstens een woord of een filter" / "there is nothing to search for; type at least a word or a filter";
    SearchHistory: "Eerder gezocht" / "Searched before";
    SearchHow: "Zo zoekt u" / "How to search";
    SearchHowWords: "zorg wonen      beide woorden; accenten tellen niet" / "zorg wonen      both words; accents do not count";
    SearchHowNot: "!wonen          zonder dit woord" / "!wonen          without this word";
    SearchHowPhrase: "sociaal+domein  achter elkaar; of \"sociaal domein\"" / "sociaal+domein  in a row; or \"sociaal domein\"";
    SearchHowIn: "in:zeeland      in een regio of deel" / "in:zeeland      in a region or part";
    SearchHowTheme: "theme:digi      ook topic: sector: doelgroep: kind:" / "theme:digi      also topic: sector: doelgroep: kind:";
    SearchAllowed: "{}: kan zijn: {}" / "{}: may be: {}";
    KeySearchAgain: "zoek anders" / "change the search";

    // National picture, wording and agenda.
    ViewNational: "Landelijk" / "National";
    KeyViewNational: "landelijk beeld" / "national picture";
    KeyAgenda: "agenda" / "agenda";
    KeyNationalPage: "andere bladzijde" / "other page";
    KeyFoldAll: "alles in- of uitvouwen" / "fold or unfold all";
    KeyFold: "vouw in" / "fold";
    KeyUnfold: "vouw uit" / "unfold";
    KeyNextMark: "kenmerk of jaar" / "mark or year";
    KeyNationalKind: "soort regio, of regio van de agenda" / "kind of region, or region of the agenda";
    KeyNarrowAgenda: "onderwerp (agenda)" / "topic (agenda)";
    PageReflection: "Reflectie" / "Reflection";
    PageWording: "Formulering" / "Wording";
    PageAgenda: "Agenda" / "Agenda";
    NatNone: "Deze dataset heeft geen landelijk beeld (national.json)." / "This dataset has no national picture (national.json).";
    NatTitle: "Landelijk: wat de reflectie op de regiobeelden zegt" / "National: what the reflection on the regiobeelden says";
    NatBottlenecksZk: "Knelpunten in de zorgkantoorregiobeelden" / "Bottlenecks in the zorgkantoor regiobeelden";
    NatBottlenecksRoaz: "Knelpunten in de ROAZ-beelden" / "Bottlenecks in the ROAZ-beelden";
    NatFindings: "Bevindingen" / "Findings";
    NatCriteria: "Kenmerken van een helder beeld, een scherp knelpunt, een bruikbaar doel" / "Marks of a clear regiobeeld, a sharp bottleneck, a useful goal";
    NatAttention: "Aandachtspunten voor de regioplannen" / "Points of attention for the regioplannen";
    NatTimeline: "Tijdlijn: van IZA naar regioplan" / "Timeline: from IZA to regioplan";
    NatNza: "Rol van de NZa" / "Role of the NZa";
    NatAbout: "Over de reflectie" / "About the reflection";
    NatParties: "Partijen" / "Parties";
    NatNotes: "Opmerkingen bij de bron" / "Notes on the source";
    NatSourceSection: "{}, onder ‘{}’" / "{}, under ‘{}’";
    NatSectors: "sectoren: {}" / "sectors: {}";
    NatDoelgroepen: "doelgroepen: {}" / "doelgroepen: {}";
    NatParty: "partijen: {}" / "parties: {}";
    NatTieStated: "{} (zo in de bron)" / "{} (so in the source)";
    NatTieInferred: "{} (afgeleid, niet in de bron)" / "{} (inferred, not in the source)";
    ErrorUnknownSection: "geen onderdeel \"{}\"; toegestaan: {}" / "no section \"{}\"; allowed: {}";
    WordTitle: "Hoe concreet regio's hun actielijnen formuleren" / "How concretely regions word their action lines";
    WordRule: "Geteld met een vaste regel, geen oordeel: hoeveel van de actielijnen en focusacties van een regio het kenmerk hebben. Verwachte ontwikkelingen tellen niet mee: hun cijfers zijn prognoses." / "Counted by a fixed rule, no judgement: how many of the action lines and focus actions of a region have the mark. Expected developments do not count: their figures are forecasts.";
    WordRuleShort: "Geteld met een vaste regel, geen oordeel: actielijnen en focusacties." / "Counted by a fixed rule, no judgement: action lines and focus actions.";
    WordLimit: "Geteld in de impactkaart, niet in de regioplannen; de regel ziet niet of een getal een doel is of wat een genoemde partij doet." / "Counted in the impactkaart, not in the regioplannen; the rule does not see whether a figure is a goal, or what a named party does.";
    WordFigure: "getal" / "figure";
    WordYear: "jaartal" / "year";
    WordDoelgroep: "doelgroep" / "doelgroep";
    WordNamed: "naam" / "name";
    WordRuleFigure: "Getal: in cijfers, of van twee tot twaalf in letters; geen jaartal, datum, nummer van iets, 24/7, of getal dat vastzit aan een woord (65-plussers)." / "Figure: in digits, or from two to twelve in words; no year, date, number of a thing, 24/7, or number glued to a word (65-plussers).";
    WordRuleYear: "Jaartal: van 1900 tot en met 2100, in de tekst." / "Year: from 1900 to 2100, in the text.";
    WordRuleDoelgroep: "Doelgroep: een van de doelgroepen uit het IZA; een focusactie telt alleen als haar tekstvak de doelgroep noemt of geen twijfel laat." / "Doelgroep: one of the doelgroepen of the IZA; a focus action counts only where its text box names the doelgroep or leaves no doubt.";
    WordRuleNamed: "Naam van een partij of programma: een woord met een hoofdletter in een zin, of een titel met een hoofdletter tussen ‘ ’. Geen afkortingen van zorgsoorten, methoden, wetten, geen plaatsen; soorten partijen (gemeenten) tellen niet." / "Name of a party or programme: a word with a capital inside a sentence, or a title with a capital between ‘ ’. No abbreviations of kinds of care, methods, laws, no places; kinds of parties (gemeenten) do not count.";
    WordWhyFigure: "Reflectie, 3.3: een gezondheidsdoel is een streefwaarde en meetbaar." / "Reflection, 3.3: a health goal is a target value, and measurable.";
    WordWhyYear: "Reflectie, 3.3: de voorbeelden van doelen noemen een jaar (‘in 2040’)." / "Reflection, 3.3: the examples of goals name a year (“in 2040”).";
    WordWhyDoelgroep: "Reflectie, 3.2: bij een scherp knelpunt is de doelgroep benoemd." / "Reflection, 3.2: of a sharp bottleneck the doelgroep is named.";
    WordWhyNamed: "Reflectie, 3.4: bepalen wie wat doet." / "Reflection, 3.4: decide who does what.";
    WordOf: "{} van {}" / "{} of {}";
    WordPercent: "{} van {} ({}%)" / "{} of {} ({}%)";
    WordAll: "alle regio's" / "all regions";
    WordOnlyZorgkantoor: "zorgkantoorregio's" / "zorgkantoor regions";
    WordOnlyRoaz: "ROAZ-regio's" / "ROAZ regions";
    WordEntries: "regels" / "lines";
    WordFew: "{}: minder dan {} regels; elke regel telt dan voor meer dan 5 procentpunt" / "{}: fewer than {} lines; each line is then worth more than 5 percentage points";
    WordSilent: "over {} thema's noemt de kaart niets; die tellen niet mee" / "the map names nothing on {} themes; they do not count";
    WordSilentOne: "over 1 thema noemt de kaart niets; dat telt niet mee" / "the map names nothing on 1 theme; it does not count";
    WordSilentList: "thema's waarover de kaart niets noemt (tellen niet mee): {}" / "themes on which the map names nothing (they do not count): {}";
    WordCounts: "Telt mee: {}" / "Counts: {}";
    WordCountsNot: "Telt niet mee: {}" / "Does not count: {}";
    WordNoneOf: "geen" / "none";
    WordSortedBy: "gesorteerd op {}" / "sorted by {}";
    WordSortedByName: "gesorteerd op naam" / "sorted by name";
    AgendaTitle: "Agenda van de regioplannen" / "Agenda of the regioplannen";
    AgendaRule: "Wat een plan als agenda of planning geeft, en wat er verder een jaar of moment heeft. Een periode staat bij haar eerste jaar, een uiterste jaar (‘uiterlijk’) bij dat jaar." / "What a plan gives as agenda or planning, and what else has a year or a moment. A period stands at its first year, a deadline (“at the latest”) at that year.";
    AgendaNoPlans: "Deze dataset heeft geen regioplannen." / "This dataset has no regioplannen.";
    AgendaNothing: "geen stap past; er zijn stappen in {}" / "no step fits; there are steps in {}";
    AgendaNothingTopic: "geen stap past; er zijn stappen over: {}" / "no step fits; there are steps on: {}";
    AgendaNothingAtAll: "geen stap past" / "no step fits";
    AgendaNoPlanOf: "{} heeft in deze dataset geen regioplan; wel: {}" / "{} has no regioplan in this dataset; these have: {}";
    AgendaSteps: "{} stappen" / "{} steps";
    AgendaStepsOne: "1 stap" / "1 step";
    AgendaUndated: "Zonder jaar in de bron" / "Without a year in the source";
    AgendaRunning: "{} lopen door uit een eerder jaar" / "{} run on from an earlier year";
    AgendaRunningOne: "1 loopt door uit een eerder jaar" / "1 runs on from an earlier year";
    AgendaRunningHead: "Lopen door uit een eerder jaar" / "Run on from an earlier year";
    AgendaLeftOut: "{} stappen hebben in de bron geen jaar en staan er niet bij" / "{} steps have no year in the source and are left out";
    AgendaIn: "in {}" / "in {}";
    AgendaBetween: "{} tot en met {}" / "{} to {}";
    AgendaFrom: "vanaf {}" / "from {}";
    AgendaBy: "uiterlijk {}" / "{} at the latest";
    AgendaNoYear: "geen jaar" / "no year";
    AgendaSaid: "in de bron: ‘{}’" / "in the source: “{}”";
    AgendaYearsOf: "jaar van ‘{}’" / "year of “{}”";
    AgendaStatus: "status: {}" / "status: {}";
    AgendaTopic: "onderwerp ‘{}’: {}" / "topic “{}”: {}";
    AgendaTopicNone: "geen onderwerp met ‘{}’" / "no topic with “{}”";
    AgendaAllRegions: "alle regio's met een plan" / "all regions with a plan";
    AgendaField: "onderwerp:" / "topic:";
    FigureTarget: "streefwaarde" / "target";
    FigureForecast: "prognose" / "forecast";
    FigureFact: "feit" / "fact";
    FigureEstimate: "schatting" / "estimate";
    AgendaPlanAsAWhole: "plan als geheel" / "plan as a whole";
    ErrorNoTopic: "geen onderwerp \"{}\"{}" / "no topic \"{}\"{}";
    ErrorTopics: "\"{}\" past bij meer dan één onderwerp: {}" / "\"{}\" fits more than one topic: {}";

    // Copy and moving about.
    StoreBusy: "een andere sessie houdt {} bezet; sluit die of probeer het zo opnieuw" / "another session keeps {} busy; close it or try again shortly";
    StoreNewer: "{} is van een nieuwere versie van dit programma; er is niets aan veranderd" / "{} is of a newer version of this program; nothing in it was changed";
    StoreFailed: "{}: {}" / "{}: {}";
    StoreSetAside: "een beschadigd bestand is opzijgezet als {}" / "a damaged file was set aside as {}";
    CopyTitle: "Kopiëren als" / "Copy as";
    CopyText: "Tekst met bronvermelding" / "Text with its reference";
    CopyMarkdown: "Markdown" / "Markdown";
    CopyCsv: "CSV" / "CSV";
    CopyShow: "Laatst gekopieerd tonen, zonder kader (om met de muis te selecteren)" / "Show what was copied last, without borders (to select by mouse)";
    CopyFile: "Laatst gekopieerd naar een bestand schrijven, hier" / "Write what was copied last to a file, here";
    CopySentTerminal: "verstuurd naar uw terminal ({} bytes)" / "sent to your terminal ({} bytes)";
    CopySentTmux: "in de tmux-buffer gezet ({} bytes); tmux biedt het uw terminal aan" / "put in the tmux buffer ({} bytes); tmux offers it to your terminal";
    CopySentNative: "op het klembord van deze computer gezet ({} bytes)" / "put on the clipboard of this computer ({} bytes)";
    CopySentPassthrough: "door tmux heen naar uw terminal verstuurd ({} bytes); tmux laat dat door met allow-passthrough aan" / "sent through tmux to your terminal ({} bytes); tmux lets it through with allow-passthrough on";
    CopyOff: "niet verstuurd ({} bytes); {} toont het of schrijft het naar een bestand" / "not sent ({} bytes); {} shows it or writes it to a file";
    CopyCut: ", afgekapt op {} bytes" / ", cut off at {} bytes";
    CopyLarge: "; zoveel kan onderweg wegvallen" / "; so much may get lost on the way";
    CopyNone: "hier is niets om te kopiëren" / "there is nothing to copy here";
    CopyNoLast: "er is nog niets gekopieerd" / "nothing was copied yet";
    CopyWritten: "geschreven naar {}" / "written to {}";
    CopyNotWritten: "schrijven naar {} ging niet: {}" / "could not write to {}: {}";
    CsvHeading: "betreft" / "concerns";
    CsvText: "tekst" / "text";
    CsvPlace: "regio" / "region";
    CsvAbout: "onderdeel" / "section";
    CsvSource: "bron" / "source";
    MarksTitle: "Bladwijzers" / "Bookmarks";
    MarksNone: "Nog geen bladwijzers: {} zet er een." / "No bookmarks yet: {} sets one.";
    MarksHere: "{} gaat erheen, {} haalt weg, {} sluit." / "{} goes there, {} removes, {} closes.";
    MarksGone: "bestaat niet in deze dataset: {}" / "does not exist in this dataset: {}";
    MarkSet: "bladwijzer gezet" / "bookmark set";
    MarkGone: "bladwijzer weggehaald" / "bookmark removed";
    MouseOn: "muis aan: wiel bladert, klik kiest; {} zet hem uit, dan kunt u weer tekst selecteren" / "mouse on: wheel scrolls, click selects; {} turns it off, so that text can be selected again";
    MouseOff: "muis uit" / "mouse off";
    MouseSign: "muis" / "mouse";
    SchemeIs: "kleuren: {}" / "colours: {}";
    SchemeTerminal: "van de terminal" / "the terminal's own";
    SchemeDark: "donker" / "dark";
    SchemeLight: "licht" / "light";
    SchemeContrast: "hoog contrast" / "high contrast";
    SchemePlain: "geen kleuren: NO_COLOR of --color never staat aan" / "no colours: NO_COLOR or --color never is set";
    KeyCopy: "kopieer" / "copy";
    KeyCopyAs: "kopieer als" / "copy as";
    KeyMark: "bladwijzer" / "bookmark";
    KeyMarks: "bladwijzers" / "bookmarks";
    KeyScheme: "kleuren" / "colours";
    KeyMouse: "muis aan of uit" / "mouse on or off";

    // Palette, help, settings.
    KeyPalette: "palet" / "palette";
    PaletteTitle: "Palet: typ een actie, regio of onderwerp" / "Palette: type an action, region or topic";
    PaletteActions: "Doen" / "Do";
    PaletteViews: "Schermen" / "Views";
    PaletteRegions: "Regio's en delen" / "Regions and parts";
    PaletteTopics: "Onderwerpen" / "Topics";
    PaletteElsewhere: "Kan in een ander scherm" / "Works in another view";
    HelpNotHere: "Alleen in scherm {}, niet hier" / "Only in view {}, not here";
    HelpSettings: "Instellingen" / "Settings";
    FinderCount: "{} van {}" / "{} of {}";
    FinderRun: "voer uit" / "do it";
    FinderClose: "sluit" / "close";
    FinderField: "tekstveld" / "text field";
    FinderElsewhere: "hier niet: {} kan in {}" / "not here: {} works in {}";
    SettingsHead: "Instellingen van impactkaart. Dit is wat zonder instellingen geldt; een regel die weg is, geldt dus ook zo. Opties op de opdrachtregel gaan voor. Dit bestand hoort hier:" / "Settings of impactkaart. This is what holds without settings, so a line that is gone holds like this too. Options on the command line win. This file belongs here:";
    SettingLang: "Taal van de schermen en de uitvoer; auto volgt de locale. De data zelf is Nederlands." / "Language of screens and output; auto follows the locale. The data itself is Dutch.";
    SettingScheme: "Kleuren: die van de terminal zelf, voor een donkere of lichte achtergrond, of met hoog contrast. NO_COLOR en --color gaan voor." / "Colours: the terminal's own, for a dark or a light background, or with high contrast. NO_COLOR and --color win.";
    SettingGlyphs: "Tekens: auto schrijft wat de locale kan tonen." / "Signs: auto writes what the locale can show.";
    SettingClipboard: "Kopiëren: auto kiest zelf; osc52 gaat door de terminal, tmux door de buffer van tmux, passthrough door tmux heen (met zijn optie allow-passthrough), native naar het bureaublad van deze computer (als het programma daarmee gebouwd is), off verstuurt niets." / "Copying: auto chooses; osc52 goes by the terminal, tmux by the buffer of tmux, passthrough through tmux (with its option allow-passthrough), native to the desktop of this computer (where the program was built with it), off sends nothing.";
    SettingMouse: "Of de muis bij het begin aan staat; dan kan de terminal zelf geen tekst selecteren." / "Whether the mouse is on at the start; the terminal itself cannot select text then.";
    SettingStrength: "Hoe zeker een rij van de matrix moet zijn: certain (zeker), evidenced (met aanwijzing) of possible (mogelijk)." / "How sure a row of the matrix must be: certain, evidenced or possible.";
    SettingOwn: "Of eigen merken meetellen in de matrix." / "Whether own marks count in the matrix.";
    SettingKeys: "Toetsen. Een actie krijgt de toetsen die hier staan en geen andere. Een toets is een teken (x, X, ?) of een naam: Space, Enter, Esc, Tab, Shift-Tab, Backspace, Delete, Insert, Up, Down, Left, Right, Home, End, PageUp, PageDown, F1 tot F12, met Ctrl-, Alt- of Shift- ervoor (Ctrl-X, Alt-Left). Onder [keys] geldt een toets overal waar de actie bestaat, onder [keys.in.…] alleen daar." / "Keys. An action gets the keys that stand here and no others. A key is a character (x, X, ?) or a name: Space, Enter, Esc, Tab, Shift-Tab, Backspace, Delete, Insert, Up, Down, Left, Right, Home, End, PageUp, PageDown, F1 to F12, with Ctrl-, Alt- or Shift- before it (Ctrl-X, Alt-Left). Under [keys] a key holds wherever the action exists, under [keys.in.…] only there.";
    SettingNotUtf8: "is geen UTF-8; sla het bestand op als UTF-8" / "is not UTF-8; save the file as UTF-8";
    SettingNotToml: "deze regel is geen TOML: {}" / "this line is no TOML: {}";
    SettingUnknown: "er is geen instelling {}" / "there is no setting {}";
    SettingPrints: "; `impactkaart --print-settings` noemt ze alle" / "; `impactkaart --print-settings` names them all";
    SettingAllowed: "; toegestaan: {}" / "; allowed: {}";
    SettingValue: "{} kan niet {} zijn" / "{} cannot be {}";
    SettingKey: "{}: {} gaat niet: {}" / "{}: {} will not do: {}";
    SettingClash: "toets {} staat voor {} ({}) én {} ({}); beide houden hun gewone toetsen" / "key {} stands for {} ({}) and {} ({}); both keep their usual keys";
    SettingsWrong: "{} instellingen kloppen niet ({} noemt ze): {}" / "{} settings are wrong ({} lists them): {}";
    SettingsFile: "bestand: {}" / "file: {}";
    SettingsNoFile: "geen bestand; zo komt er een: impactkaart --print-settings > {}" / "no file; this makes one: impactkaart --print-settings > {}";
    ErrorNoSettings: "geen bestand met instellingen {}" / "no file of settings {}";
    KeyUnknown: "zo heet geen toets; goed zijn x, X, Space, F5, Ctrl-X, Alt-Left" / "no key is called so; good are x, X, Space, F5, Ctrl-X, Alt-Left";
    KeyShift: "schrijf de hoofdletter zelf, zonder Shift-" / "write the capital itself, without Shift-";
    KeyNotSent: "een terminal stuurt die toets niet, of niet anders dan een andere" / "a terminal does not send that key, or not other than another one";
    KeyTyped: "in een tekstveld wordt dat teken getypt; neem er een met Ctrl- of Alt-, of een met een naam" / "in a text field that character is typed; take one with Ctrl- or Alt-, or one with a name";

    // Topics and similar regions.
    ViewTopics: "Onderwerpen" / "Topics";
    ViewSimilar: "Soortgelijk" / "Similar";
    OneRegion: "{} regio" / "{} region";
    SomeRegions: "{} regio's" / "{} regions";
    ManyZorgkantoor: "zorgkantoorregio's" / "zorgkantoor regions";
    ManyRoaz: "ROAZ-regio's" / "ROAZ regions";
    OneMention: "{} vermelding" / "{} mention";
    SomeMentions: "{} vermeldingen" / "{} mentions";
    OneTopic: "{} onderwerp" / "{} topic";
    SomeTopics: "{} onderwerpen" / "{} topics";
    TopicsAllThemes: "alle thema's" / "all themes";
    TopicsAllKinds: "alle regio's" / "all regions";
    TopicsByRegions: "op aantal regio's" / "by number of regions";
    TopicsByEntries: "op aantal vermeldingen" / "by number of mentions";
    TopicsByName: "op naam" / "by name";
    TopicsFullBar: "volle balk: {}" / "full bar: {}";
    TopicsNone: "Geen onderwerp past bij deze keuze." / "No topic fits this choice.";
    TopicsNobody: "Geen regio noemt dit bij deze keuze." / "No region names this with this choice.";
    TopicsColumn: "onderwerp" / "topic";
    TopicsColumnRegions: "regio's" / "regions";
    TopicsColumnEntries: "vermeld" / "mentions";
    TopicsOf: "{} van {} ({} zorgkantoor, {} ROAZ), {}" / "{} of {} ({} zorgkantoor, {} ROAZ), {}";
    TopicsOfKind: "{} van {}, {}" / "{} of {}, {}";
    TopicsPerTheme: "Regio's per thema: {}" / "Regions by theme: {}";
    TopicsPerThemeRule: "Een regio telt bij elk thema waar zij het noemt." / "A region counts under each theme where it names it.";
    TopicsBeside: "Staat vaak samen met" / "Often stands together with";
    TopicsBesideShort: "Vaak samen met: {}" / "Often together with: {}";
    TopicsBesideOne: "{}: {}, {}" / "{}: {}, {}";
    TopicsBesideNone: "Geen onderwerp staat hier vaak naast." / "No topic often stands beside it here.";
    TopicsBesideRule: "Geteld zijn vermeldingen die beide onderwerpen dragen: van minstens {} regio's, en meer dan toeval zou geven." / "Counted are mentions that carry both topics: of at least {} regions, and more than chance would give.";
    TopicsWho: "Wie zegt wat" / "Who says what";
    TopicsChooseEntry: "kies eerst een vermelding in het rechter paneel" / "select a mention in the right pane first";
    TopicsChoose: "Naar welk onderwerp?" / "Go to which topic?";
    TopicsTotal: "Onderwerpen: {}" / "Topics: {}";
    MatrixNaming: "regio's die {} noemen" / "regions that name {}";
    MatrixNamingUnder: "regio's die {} noemen bij {}" / "regions that name {} under {}";
    SimilarTitle: "Soortgelijke regio's: {}" / "Similar regions: {}";
    SimilarRule: "Gelijkenis: het gewicht van wat beide noemen, als deel van dat van wat minstens een van beide noemt; wat minder van de {} regio's noemen, weegt zwaarder." / "Likeness: the weight of what both name, as a share of that of what either names; what fewer of the {} regions name weighs more.";
    SimilarScore: "{} % gelijk" / "{} % alike";
    SimilarAgainst: "vergeleken met: {}" / "compared with: {}";
    SimilarCounts: "{} % gelijk: {} gedeeld, {} alleen {}, {} alleen {}" / "{} % alike: {} shared, {} only {}, {} only {}";
    SimilarShared: "Beide noemen, het zwaarste eerst" / "Both name, the heaviest first";
    SimilarOnly: "Alleen {} noemt, het zwaarste eerst" / "Only {} names, the heaviest first";
    SimilarWeighs: "{} ({})" / "{} ({})";
    SimilarNothing: "niets" / "nothing";
    SimilarSharedLine: "Beide: {}" / "Both: {}";
    SimilarOnlyLine: "Alleen {}: {}" / "Only {}: {}";
    SimilarMore: "nog {}" / "{} more";
    SimilarNone: "Er is geen andere regio van deze soort." / "There is no other region of this kind.";
    SimilarNoRegion: "kies eerst een regio" / "select a region first";
    SimilarColumn: "regio" / "region";
    SimilarColumnScore: "gelijk" / "alike";
    SimilarSlides: "Zorgkantoor en ROAZ delen het land anders in: regio's van beide soorten kunnen over hetzelfde gebied gaan." / "Zorgkantoor and ROAZ divide the country differently: regions of both kinds may be about the same area.";
    ErrorUnknownTopic: "geen onderwerp \"{}\"" / "no topic \"{}\"";
    ErrorListTopics: "; `impactkaart topics` noemt ze alle" / "; `impactkaart topics` names them all";
    ErrorAmbiguousTopic: "\"{}\" past bij meer dan één onderwerp: {}" / "\"{}\" fits more than one topic: {}";
    KeyViewTopics: "onderwerpen" / "topics";
    KeyNarrowTopics: "zoek onderwerp" / "find topic";
    KeyTopicTheme: "volgend thema" / "next theme";
    KeyTopicThemeBack: "vorig thema" / "previous theme";
    KeyTopicRows: "matrixrijen" / "matrix rows";
    KeySimilar: "soortgelijke regio's" / "similar regions";
    KeySimilarOpen: "vergelijk, of open onderwerp" / "compare, or open topic";
    KeyOpenRegion: "open regio" / "open region";

    // Map and figures.
    ViewMap: "Landkaart" / "Map";
    KeyViewMap: "landkaart" / "map";
    KeyChoose: "kies" / "choose";
    KeyMapMode: "kaart/cijfers" / "map/figures";
    KeyMapStrength: "sterkte/einde" / "strength/end";
    KeyNextChoice: "volgende keuze" / "next choice";
    KeyPreviousChoice: "vorige keuze" / "previous choice";
    KeySortFigures: "sorteer cijfers" / "sort figures";
    KeyToMap: "op de kaart" / "on the map";
    MapPick: "Kies wat de kaart toont" / "Choose what the map shows";
    FiguresPick: "Kies een cijfer" / "Choose a figure";
    ChoiceMarksSectors: "Aantal V's over de sectoren" / "Number of V's over the sectors";
    ChoiceMarksDoelgroepen: "Aantal V's over de doelgroepen" / "Number of V's over the doelgroepen";
    ChoiceEntries: "Aantal ontwikkelingen, actielijnen en focusacties" / "Number of developments, action lines and focus actions";
    ChoiceSector: "Sector {}" / "Sector {}";
    ChoiceDoelgroep: "Doelgroep {}" / "Doelgroep {}";
    ChoiceColumn: "{}: {}" / "{}: {}";
    ChoiceTheme: "Thema {}: aantal onderwerpen" / "Theme {}: number of topics";
    ChoiceTopic: "Onderwerp {}: aantal passages" / "Topic {}: number of passages";
    ChoiceFigure: "{} ({}), {}" / "{} ({}), {}";
    EndStart: "begin" / "start";
    EndEnd: "einde" / "end";
    EndChange: "verschil" / "change";
    ShadeCertain: "zeker" / "certain";
    ShadeEvidenced: "aanwijzing" / "evidenced";
    ShadePossible: "mogelijk" / "possible";
    ShadeNo: "zeker geen V" / "surely no V";
    ShadeUnknown: "onbekend" / "unknown";
    ShadeMixed: "verschilt" / "differs";
    ShadeNothing: "geen waarde" / "no value";
    ShadeNotNamed: "noemt niet" / "not named";
    LimitsWhole: "{} t/m {}" / "{} to {}";
    LimitsSpan: "{} tot {}" / "{} to below {}";
    LimitsLast: "{} t/m {}" / "{} to {}";
    MapLegend: "zorgk.+ROAZ" / "zorgk.+ROAZ";
    MapCounts: "zorgkantoorregio's {}, ROAZ-regio's {}" / "zorgkantoor regions {}, ROAZ regions {}";
    MapWithoutTile: "ZONDER TEGEL" / "WITHOUT A TILE";
    MapNoTiles: "Geen regio van deze dataset heeft een plaats op de kaart." / "No region of this dataset has a place on the map.";
    MapCertain: "zeker een V" / "certainly a V";
    MapEvidenced: "onbekend, met {} aanwijzingen" / "unknown, with {} pieces of evidence";
    MapEvidencedOne: "onbekend, met 1 aanwijzing" / "unknown, with 1 piece of evidence";
    MapPossible: "onbekend, zonder aanwijzing" / "unknown, without evidence";
    MapNo: "zeker geen V" / "certainly no V";
    MapMarks: "{} van {} {} gemarkeerd" / "{} of {} {} marked";
    MapMarksMissing: "onbekend: de rij ontbreekt in de bron" / "unknown: the row is missing from the source";
    MapNoRow: "de bron heeft geen rij" / "the source has no row";
    MapMixed: "verschilt per deel" / "differs by part";
    MapTopicOne: "in 1 passage genoemd" / "named in 1 passage";
    MapTopicSome: "in {} passages genoemd" / "named in {} passages";
    MapTopicNone: "niet genoemd in de impactkaart" / "not named in the impactkaart";
    MapThemeOne: "1 onderwerp" / "1 topic";
    MapThemeSome: "{} onderwerpen" / "{} topics";
    MapThemeNone: "geen onderwerp bij dit thema" / "no topic under this theme";
    MapNoFigure: "geeft dit cijfer niet" / "does not give this figure";
    MapOwnCount: "eigen merken tellen mee" / "own marks count";
    MapStrengthCertain: "alleen wat zeker is; de rest is onbekend" / "only what is certain; the rest is unknown";
    MapStrengthEvidenced: "zeker, of onbekend met aanwijzing in de tekst" / "certain, or unknown with evidence in the text";
    MapStrengthPossible: "zeker, met aanwijzing, of nog mogelijk" / "certain, evidenced, or still possible";
    MapAllFrom: "alle van {}" / "all of {}";
    MapYearsDiffer: "let op, ongelijke jaren: {}" / "mind, different years: {}";
    YearUnnamed: "zonder jaar" / "no year";
    FigurePoint: "{} ({})" / "{} ({})";
    MapByValue: "Per stap, de hoogste eerst:" / "By step, the highest first:";
    MapBySureness: "Per stap, het zekerste eerst:" / "By step, the surest first:";
    MapListed: "Zonder tegel, met dezelfde arcering:" / "Without a tile, with the same shading:";
    MapMore: "nog {}; Enter opent de regio" / "{} more; Enter opens the region";
    FiguresTitle: "Cijfers die regio's geven" / "Figures that regions give";
    FiguresCount: "{} van {} regio's geven dit" / "{} of {} regions give it";
    FiguresSorted: "op {}" / "by {}";
    FiguresYears: "Let op: niet alle jaren zijn gelijk of genoemd; vergelijk alleen bij gelijke jaren." / "Mind: not all years are the same or named; compare only where they are.";
    FiguresNone: "Geen regio geeft dit cijfer." / "No region gives this figure.";
    FiguresNoMetrics: "Deze dataset heeft geen cijfers." / "This dataset has no figures.";
    FiguresWithout: "Zonder dit cijfer ({}): {}" / "Without this figure ({}): {}";
    FiguresSortKey: "{} sorteert" / "{} sorts";
    FiguresOnlyStart: "alleen begin" / "only start";
    FiguresOnlyEnd: "alleen einde" / "only end";
    FiguresBase: "in begin en einde" / "in start and end";
    FiguresGrowth: "erbij" / "added";
    FiguresDecline: "eraf" / "taken off";
    FiguresZero: "elke balk begint bij 0" / "every bar begins at 0";
    FiguresRegions: "regio's: {}" / "regions: {}";
    ErrorUnknownChoice: "\"{}\" is niets dat de kaart kan tonen; toegestaan: sectors, doelgroepen, entries, sector:ID, doelgroep:ID, figure:ID, theme:ID, topic:ID" / "\"{}\" is nothing that the map can show; allowed: sectors, doelgroepen, entries, sector:ID, doelgroep:ID, figure:ID, theme:ID, topic:ID";
    ErrorChoices: "\"{}\" past bij meer dan één keuze: {}" / "\"{}\" fits more than one choice: {}";
    ErrorNoStrength: "{} geldt alleen voor een sector of doelgroep, niet voor {}" / "{} is only for a sector or doelgroep, not for {}";
    ErrorNoEnd: "{} geldt alleen voor een cijfer, niet voor {}" / "{} is only for a figure, not for {}";
    ErrorUnknownMetric: "geen cijfer \"{}\"; toegestaan: {}" / "no figure \"{}\"; allowed: {}";


    // Regioplan.
    PlanHeading: "Regioplan" / "Regioplan";
    PlanListPlan: "Het plan" / "The plan";
    PlanListArea: "Gebied" / "Area";
    PlanListParties: "Partijen" / "Parties";
    PlanListContext: "Aanleiding en feiten" / "Occasion and facts";
    PlanListAmbition: "Ambitie en doelen" / "Ambition and goals";
    PlanListThemes: "Thema's" / "Themes";
    PlanListAcross: "Over de thema's heen" / "Across the themes";
    PlanListConditions: "Voorwaarden en aandachtspunten" / "Conditions and points of attention";
    PlanListAgreements: "Werkafspraken" / "Working agreements";
    PlanListGovernance: "Sturing en samenwerking" / "Steering and co-operation";
    PlanListMonitoring: "Monitoring en indicatoren" / "Monitoring and indicators";
    PlanListAgenda: "Agenda" / "Agenda";
    PlanListAbout: "Over de reflectie" / "About the reflection";
    PlanListTimeline: "Tijdlijn" / "Timeline";
    PlanListBottlenecks: "Knelpunten" / "Bottlenecks";
    PlanListFindings: "Bevindingen" / "Findings";
    PlanListCriteria: "Kenmerken van een bruikbaar beeld" / "Marks of a useful picture";
    PlanListAttention: "Aandachtspunten" / "Points of attention";
    PlanListNza: "Wat de NZa doet" / "What the NZa does";
    NationalHeading: "Landelijk beeld" / "National picture";
    PlanKindTarget: "streefcijfer" / "target";
    PlanKindForecast: "prognose" / "forecast";
    PlanKindFact: "feit" / "fact";
    PlanKindEstimate: "schatting" / "estimate";
    PlanWhen: "wanneer: {}" / "when: {}";
    PlanFrom: "vanaf {}" / "from {}";
    PlanBy: "uiterlijk {}" / "by {}";
    PlanStatus: "status: {}" / "status: {}";
    PlanVersion: "versie {}" / "version {}";
    PlanInhabitants: "{} inwoners" / "{} inhabitants";
    PlanBaseline: "waarde nu: {}" / "value now: {}";
    PlanTarget: "gewenste waarde: {}" / "value wanted: {}";
    PlanAlso: "ook: {}" / "also: {}";
    PlanParties: "partijen: {}" / "parties: {}";
    PlanTies: "hangt samen met: {}" / "tied to: {}";
    PlanInferred: "(afgeleid)" / "(inferred)";
    PlanFigureFrom: "van {} naar " / "from {} to ";
    PlanNoValue: "zonder waarde" / "without a value";
    PlanNearly: "bijna" / "nearly";
    PlanAbout: "circa" / "about";
    PlanMoreThan: "meer dan" / "more than";
    PlanLessThan: "minder dan" / "less than";
    PlanAtLeast: "minstens" / "at least";
    PlanAtMost: "hoogstens" / "at most";
    PlanScopeRegion: "regio" / "region";
    PlanScopeSubregion: "subregio" / "subregion";
    PlanScopeMunicipality: "gemeente" / "gemeente";
    PlanScopeRoaz: "ROAZ-regio" / "ROAZ region";
    PlanScopeNational: "landelijk" / "national";
    PlanMark: "plan" / "plan";
    PlanFolded: "{} ({} vouwt open)" / "{} ({} unfolds)";
    PlanUnfolded: "{}: {} vermeldingen" / "{}: {} entries";
    PlanElsewhere: "Van deze regio is hier geen regioplan; wel van {}." / "There is no regioplan of this region here; there is one of {}.";
    PlanAtTopic: "{}: {} van {} in het plan; {} volgende, {} terug" / "{}: {} of {} in the plan; {} next, {} back";
    PlanNoTopic: "het plan noemt hiervan geen onderwerp: {}" / "the plan names none of these topics: {}";
    PlanInferredShown: "afgeleide verbanden worden getoond" / "inferred ties are shown";
    PlanInferredHidden: "afgeleide verbanden zijn verborgen" / "inferred ties are hidden";
    KeyToPlan: "dit onderwerp in het regioplan" / "this topic in the regioplan";
    KeyOpenPlan: "naar het regioplan" / "to the regioplan";
    KeyUnfoldAll: "vouw alles eronder open" / "unfold all under it";
    KeyFoldUnder: "vouw dicht" / "fold";
    KeyInferred: "afgeleide verbanden" / "inferred ties";
    PlanSection: "paragraaf {}" / "section {}";
    PlanCount: "{} vermeldingen getoond" / "{} entries shown";
    PlanNoTopics: "In de impactkaart noemt de regio bij {} geen onderwerp." / "In the impactkaart the region names no topic under {}.";
    PlanNoneOfThese: "Het regioplan noemt geen van deze onderwerpen." / "The regioplan names none of these topics.";
    PlanOnTopics: "Wat het plan zegt over de onderwerpen die de regio in de impactkaart noemt bij {}: {}" / "What the plan says on the topics that the region names in the impactkaart under {}: {}";
    ErrorNoPlan: "van {} is hier geen regioplan; wel van {}" / "there is no regioplan of {} here; there is one of {}";
    ErrorPlanTheme: "geen thema \"{}\" in dit plan; het heeft: {}" / "no theme \"{}\" in this plan; it has: {}";
    ErrorPlanThemes: "\"{}\" past bij meer dan één thema van dit plan: {}" / "\"{}\" fits more than one theme of this plan: {}";

    // Formats and export.
    DocColumns: "Kolommen: {}" / "Columns: {}";
    DocParts: "delen" / "parts";
    DocNoParts: "geen" / "none";
    DocId: "id" / "id";
    DocDevelopments: "ontwikkelingen" / "developments";
    DocActionLines: "actielijnen" / "action lines";
    DocRegions: "Regio's en hun delen" / "Regions and their parts";
    DocPage: "bron" / "source";
    DocEvidence: "{}, {} aanwijzingen" / "{}, {} pieces of evidence";
    DocEvidenceOne: "{}, 1 aanwijzing" / "{}, 1 piece of evidence";
    DocCompare: "{} en {} vergeleken" / "{} and {} compared";
    DocChanged: "Gemarkeerd zijn de woorden die in bijna gelijke teksten verschillen, en cellen die zeker verschillen." / "Marked are the words that differ in nearly equal texts, and cells that certainly differ.";
    TopicsOfAll: "hoeveel van {} een onderwerp noemen, en hoe vaak" / "how many of {} name a topic, and how often";
    KeyExport: "exporteer" / "export";
    ExportTitle: "Exporteren als" / "Export as";
    ExportText: "Tekst" / "Text";
    ExportMd: "Markdown" / "Markdown";
    ExportCsv: "CSV" / "CSV";
    ExportExcel: "CSV voor de Nederlandse Excel" / "CSV for the Dutch Excel";
    ExportJson: "JSON" / "JSON";
    ExportHtml: "Webpagina (HTML)" / "Web page (HTML)";
    ExportOnly: "{}; alleen {}" / "{}; only {}";
    ExportFile: "Schrijven naar een bestand: {}" / "Write to a file: {}";
    ExportLabel: "bestand:" / "file:";
    ExportFolder: "in {}" / "in {}";
    ExportOver: "{} is er al. Nog eens {} overschrijft het; of typ een andere naam." / "{} is there already. {} again writes over it; or type another name.";
    ExportWrite: "schrijf" / "write";
    ExportWritten: "geschreven: {} ({}) in {}" / "written: {} ({}) in {}";
    ExportNoName: "typ een naam voor het bestand" / "type a name for the file";
    ExportNothing: "hier is nog niets om te exporteren" / "there is nothing to export here yet";
    DocSearch: "Gezocht: {}" / "Searched: {}";

    // Types, in faults.
    TypePair: "een lijst van twee gehele getallen" / "a list of two whole numbers";
    // The manual page.
    ManManual: "Gebruikersopdrachten" / "User Commands";
    ManName: "NAAM" / "NAME";
    ManSynopsis: "OVERZICHT" / "SYNOPSIS";
    ManDescription: "BESCHRIJVING" / "DESCRIPTION";
    ManOptions: "OPTIES" / "OPTIONS";
    ManOptionsRule: "Deze gelden voor elke opdracht. Een optie wint van de instellingen, en die winnen van de locale." / "These hold for every command. An option wins over the settings, and those win over the locale.";
    ManCommands: "OPDRACHTEN" / "COMMANDS";
    ManCommand: "opdracht" / "command";
    ManKeys: "TOETSEN" / "KEYS";
    ManKeysRule: "Op het scherm, zoals zij zonder instellingen zijn; ? toont die nu gelden." / "On the screen, as they are without settings; ? shows those in force.";
    ManEverywhere: "Overal" / "Everywhere";
    ManField: "In een invoerveld" / "In a text field";
    ManExit: "EXITCODES" / "EXIT STATUS";
    ManExitDone: "Gedaan." / "Done.";
    ManExitWanting: "Geen treffer, of verschillen of fouten gevonden door een opdracht die ernaar zoekt." / "No hit, or differences or faults found by a command that looks for them.";
    ManExitUsage: "Verkeerd gebruik, of een onbekende of dubbelzinnige regio." / "Wrong use, or an unknown or ambiguous region.";
    ManExitData: "Foute gegevens." / "Bad data.";
    ManExitTrouble: "Terminal of bestand werkt niet mee; ook een bestand van --output dat er al is." / "Terminal or file trouble; a file of --output that is there already too.";
    ManFiles: "BESTANDEN" / "FILES";
    ManFileSettings: "Instellingen (TOML); impactkaart --print-settings toont ze alle." / "Settings (TOML); impactkaart --print-settings shows them all.";
    ManFileMarks: "Eigen tekens; impactkaart own-marks geeft ze door." / "Own marks; impactkaart own-marks passes them on.";
    ManFileMemory: "Bladwijzers, zoekopdrachten en de laatste plaats." / "Bookmarks, searches and the last place.";
    ManEnvironment: "OMGEVING" / "ENVIRONMENT";
    ManEnvLocale: "De taal van de interface (Nederlands waar de locale dat is, anders Engels) en of het scherm meer dan ASCII toont; de eerste die iets zegt telt." / "The language of the interface (Dutch where it is Dutch, else English) and whether the screen shows more than ASCII; the first that says something counts.";
    ManEnvNoColor: "Als hij iets bevat: geen kleuren, en geen nadruk in tekst." / "Where it holds something: no colours, and no emphasis in text.";
    ManEnvForceColor: "Als hij iets anders dan 0 bevat: nadruk in tekst, ook zonder terminal." / "Where it holds something other than 0: emphasis in text, without a terminal too.";
    ManEnvXdg: "Waar de bestanden hierboven liggen (op Linux); anders ~/.config en ~/.local/share." / "Where the files above lie (on Linux); else ~/.config and ~/.local/share.";
    ManEnvClipboard: "Langs welke weg kopiëren gaat." / "By which way copying goes.";
    ManExamples: "VOORBEELDEN" / "EXAMPLES";
    ManPossible: "Mogelijk:" / "Possible values:";
    // Headings of CSV columns.
    HeadRegion: "regio" / "region";
    HeadRegionName: "regionaam" / "region_name";
    HeadPart: "deel" / "part";
    HeadPartName: "deelnaam" / "part_name";
    HeadKind: "soort" / "kind";
    HeadWhat: "wat" / "what";
    HeadTheme: "thema" / "theme";
    HeadId: "id" / "id";
    HeadText: "tekst" / "text";
    HeadFigures: "cijfers" / "figures";
    HeadTopics: "onderwerpen" / "topics";
    HeadSectors: "sectoren" / "sectors";
    HeadDoelgroepen: "doelgroepen" / "doelgroepen";
    HeadBox: "tekstvak" / "box";
    HeadBasis: "basis" / "basis";
    HeadAxis: "as" / "axis";
    HeadColumn: "kolom" / "column";
    HeadColumnName: "kolomnaam" / "column_name";
    HeadValue: "waarde" / "value";
    HeadGround: "grond" / "ground";
    HeadEvidenceCount: "aantal_aanwijzingen" / "evidence_count";
    HeadEvidence: "aanwijzingen" / "evidence";
    HeadMarks: "aantal_v" / "marks";
    HeadColumns: "aantal_kolommen" / "columns";
    HeadDocument: "document" / "document";
    HeadPage: "pagina" / "page";
    HeadFirstLine: "eerste_regel" / "first_line";
    HeadLastLine: "laatste_regel" / "last_line";
    HeadDevelopments: "ontwikkelingen" / "developments";
    HeadActionLines: "actielijnen" / "action_lines";
    HeadTopic: "onderwerp" / "topic";
    HeadTopicName: "onderwerpnaam" / "topic_name";
    HeadRegions: "regio's" / "regions";
    HeadZorgkantoor: "zorgkantoor" / "zorgkantoor";
    HeadRoaz: "roaz" / "roaz";
    HeadEntries: "vermeldingen" / "entries";
    HeadRow: "rij" / "row";
    HeadNamedBy: "genoemd_door" / "named_by";
    HeadSide: "kant" / "side";
    HeadElsewhere: "elders" / "elsewhere";
    HeadDiffers: "verschilt" / "differs";
    HeadCertain: "zeker" / "certain";
    HeadMetric: "maat" / "metric";
    HeadUnit: "eenheid" / "unit";
    HeadFromYear: "van_jaar" / "from_year";
    HeadFromValue: "van_waarde" / "from_value";
    HeadToYear: "tot_jaar" / "to_year";
    HeadToValue: "tot_waarde" / "to_value";
    HeadChange: "verandering" / "change";
    HeadRank: "plaats" / "rank";
    HeadScore: "gelijkenis" / "score";
    HeadSharedCount: "aantal_gedeeld" / "shared_count";
    HeadOnlyAskedCount: "aantal_alleen_gevraagd" / "only_asked_count";
    HeadOnlyThisCount: "aantal_alleen_deze" / "only_this_count";
    HeadShared: "gedeeld" / "shared";
    HeadOnlyAsked: "alleen_gevraagd" / "only_asked";
    HeadOnlyThis: "alleen_deze" / "only_this";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_in_both_languages_with_the_same_places_to_fill() {
        for &msg in Msg::ALL {
            let (nl, en) = msg.both();
            assert!(!nl.trim().is_empty() && !en.trim().is_empty(), "{msg:?} is empty");
            assert_eq!(nl.matches("{}").count(), en.matches("{}").count(), "{msg:?}: {nl} / {en}");
        }
    }

    #[test]
    fn the_language_follows_the_locale() {
        for (locale, lang) in [
            ("nl_NL.UTF-8", Lang::Nl),
            ("nl", Lang::Nl),
            ("nl-BE", Lang::Nl),
            ("en_GB", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn placeholders_are_filled_in_order() {
        assert_eq!(Lang::En.fill(Msg::FaultMarks, &[&13, &12]), "13 V's is more than the 12 columns of the axis");
    }
}
