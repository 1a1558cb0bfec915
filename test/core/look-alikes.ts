/** Domains for the tests of look-alikes: an organisation's own, those made to be taken for them, and honest ones. */

/** Domains of different kinds: short and long, with a hyphen, a country, other letters. */
export const OWN: readonly string[] = [
  'corp.example',
  '*.northwind.example',
  'acme.com',
  'ibm.com',
  'bp.com',
  'lilly.com',
  'delta.com',
  'united.com',
  'target.com',
  'oracle.com',
  'airbus.com',
  'siemens.com',
  'bosch.com',
  'lufthansa.com',
  'deutsche-bank.de',
  'barclays.co.uk',
  'mayoclinic.org',
  'cloudflare.com',
  'modern-clinic.example',
  'müller-werke.example',
  'studio54.example',
  'post.at',
];

/** What is imitated → its imitations, in their own letters. */
export const LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  'corp.example': [
    // Cyrillic, Greek, Armenian and Latin letters.
    'c\u043erp.example',
    '\u0441\u043erp.example',
    '\u0441\u043e\u0433\u0440.example',
    'cor\u03c1.example',
    'c\u03bfrp.example',
    'c\u0585rp.example',
    'c\u00f8rp.example',
    'c\u00f3rp.example',
    '\u010dorp.example',
    'co\u0280p.example',
    'corp.ex\u0430mple',
    // Signs of ASCII that are taken for each other.
    'c0rp.example',
    'c0rp.test',
    // A hyphen, a slip, another ending.
    'co-rp.example',
    'corpp.example',
    'coorp.example',
    'corp.com',
    'corp.exemple',
    'mail.corp.co.uk',
    // The whole domain in front of a stranger's ending.
    'corp-example.com',
    'corpexample.com',
    'corp.example.com',
    'corp.example.evil.test',
    'mail.corp.example.evil.test',
    'corp-example.evil.test',
    'corp-example.com.evil.test',
    'c0rp-examp1e.com',
    'login-corp.example.evil.test',
    'my-corp-example.test',
    'c\u043erp.example.evil.test',
  ],
  'northwind.example': [
    'n0rthwind.example',
    'northvvind.example',
    'northwlnd.example',
    'norhtwind.example',
    'nortwind.example',
    'northwinds.example',
    'northwind.test',
    'north-wind.example',
    'northwimd.test',
    'n\u043erthwind.example',
    'northwind-example.test',
  ],
  'acme.com': ['acrne.com', 'acmme.com', 'acme.co', 'acme.com.br', 'ac-me.com', '\u0430cme.com', 'acme.com.evil.test'],
  'ibm.com': ['\u0456bm.com', '\u0131bm.com', 'ibm.com.evil.test', 'ibm-com.test', 'ibm.com-login.test'],
  'bp.com': ['b\u0440.com', 'bp.com.evil.test'],
  'cloudflare.com': ['doudflare.com', 'c1oudflare.com', 'cloudf1are.com', 'cloudfiare.com', 'cludflare.com'],
  'modern-clinic.example': [
    'modemclinic.example',
    'modern-dinic.example',
    'modern-cllnic.test',
    'modernclinic.example',
  ],
  'siemens.com': ['siernens.com', 'siemems.com', 'siemens.com.evil.test', 'si\u0435mens.com'],
  'deutsche-bank.de': ['deutschebank.de', 'deutsche-bank.com', 'deutsche-benk.de', 'deutsch\u0435-bank.de'],
  'barclays.co.uk': [
    'barclay5.co.uk',
    'barclays.com',
    'bardays.co.uk',
    'barclays.co.uk.evil.test',
    'barclays-co-uk.test',
  ],
  'müller-werke.example': ['muller-werke.example', 'mullerwerke.example', 'm\u03cbller-werke.example'],
};

/** Real and well-known, and near misses among them; none of them imitates anybody. */
export const HONEST: readonly string[] = (
  'google.com apple.com microsoft.com amazon.com amazon.co.uk amazon.de facebook.com meta.com netflix.com wikipedia.org ' +
  'x.com t.co twitter.com linkedin.com instagram.com whatsapp.com telegram.org signal.org slack.com zoom.us dropbox.com ' +
  'box.com github.com gitlab.com bitbucket.org atlassian.com jira.com notion.so figma.com adobe.com salesforce.com sap.com ' +
  'workday.com servicenow.com oraclecloud.com oreilly.com intel.com amd.com nvidia.com arm.com hp.com hpe.com dell.com ' +
  'lenovo.com cisco.com juniper.net vmware.com redhat.com suse.com debian.org ubuntu.com mozilla.org w3.org ietf.org ' +
  'nist.gov nasa.gov nih.gov cdc.gov who.int un.org europa.eu bund.de berlin.de gov.uk parliament.uk bbc.co.uk ' +
  'theguardian.com ft.com economist.com nytimes.com wsj.com reuters.com spiegel.de zeit.de heise.de bild.de lemonde.fr ' +
  'elpais.com repubblica.it nzz.ch orf.at deutschepost.de dhl.com dhl.de ups.com fedex.com ubs.com ing.com abb.com abc.com ' +
  'bbva.com hsbc.com hsbc.co.uk lloyds.com natwest.com santander.com bnpparibas.com commerzbank.de deutsche-boerse.com ' +
  'allianz.de axa.com munichre.com swissre.com zurich.com kpmg.com pwc.com ey.com deloitte.com bcg.com mckinsey.com bain.com ' +
  'bmw.de audi.de volkswagen.de porsche.com mercedes-benz.com toyota.com honda.com ford.com tesla.com volvo.com boeing.com ' +
  'rolls-royce.com safran-group.com thalesgroup.com leonardo.com basf.com bayer.com merck.com roche.com novartis.com ' +
  'pfizer.com gsk.com sanofi.com illy.com lidl.de aldi.de rewe.de tesco.com walmart.com costco.com ikea.com hm.com ' +
  'deltadental.com deltek.com delonghi.com unilever.com united-internet.de unitedhealthgroup.com unitedway.org ' +
  'targetprocess.com airbnb.com airfrance.com aircanada.com klm.com ryanair.com bosebelgium.be bose.com busch.com bausch.com ' +
  'acm.org acne.org ace.com acer.com acmepacket.com core.com cord.example carp.example crop.example corps.example ' +
  'corpus.example corporate.example cooperation.test evil-corp.example northern.example northwood.example westwind.example ' +
  'mayo.edu clinic.example modern.example studio.example poste.it posten.no stanford.edu mit.edu ox.ac.uk cam.ac.uk ethz.ch ' +
  'tum.de u-tokyo.ac.jp nus.edu.sg usp.br unam.mx bp.de ib.com ibf.org bmi.com lg.com ig.com ge.com 3m.com 7-eleven.com ' +
  'corp.zendesk.com acme.atlassian.net siemens.sharepoint.com oracle.slack.com ' +
  'müller.de münchen.de пример.test почта.рф παράδειγμα.test 例え.jp bücher.example españa.es'
).split(' ');
