"""Words that announce what number or code comes next: a telephone's, a plate's, or one of no concern."""

from __future__ import annotations

from privacy_check.model import EntityType
from privacy_check.text.cues import word_set

# After these a number is a thing's even where no "no." stands between.
ALONE = word_set(
    "order tracking tracked consignment dispatch dispatched invoice ref reference crime serial imei meter urn "
    "candidate centre center ucas batch petition docket otp passcode parcel shipment waybill awb pcn uuid "
    "guid hash sha sha1 sha256 md5 checksum commit chassis uprn mpan mprn password wifi"
)
# After these it is, once "no.", "number", "id" or "ref" has been said.
NUMBERS = word_set(
    "order orders parcel ticket booking reservation confirmation claim case incident quote policy application "
    "submission receipt transaction job vacancy lot raffle planning customer voucher coupon promo discount "
    "verification membership member licence registration reg registered charity co part item style stock "
    "catalogue product model issue gmc nmc hcpc sia fca ico ofsted"
)
# The same for a telephone's and a patient's number only: a payment card and an account are called so too.
CARRIED = word_set(
    "card locker library loyalty clubcard nectar student staff employee payroll badge asset tag chassis "
    "engine frame vin device router shipment exam gift catalog revision build session warrant fine delivery "
    "despatch firmware printer machine account user pupil pass permit subscription subscriber"
)
# What besides announces a thing's number, file or place where the two are written as one: "photo-07700900123".
_GLUED = word_set(
    "ordered orderno refs refno inv bill tickets tkt bookings quotation estimate txn trans client acct sku "
    "isbn issn ean upc gtin asin barcode doi pmid arxiv patent sn iccid upn udn id ids uid userid pid oid vid "
    "members license company vat utr crn parts partno items products mod version ver rev bug track trk code "
    "codes giftcard cards lockers img image images photo photos pic pics dsc dscn dscf dcim pxl scan scans "
    "file files doc docs document video movie mov clip screenshot post posts status page pages article story "
    "thread topic node key token timestamp epoch unix port error err fault exception row rows record records "
    "entry entries lat lon lng long coord coords coordinate score scores ratio total subtotal sum amount qty "
    "quantity price cost gene seq sequence cat bin lens toner ink cartridge filter spare spares screw bolt "
    "fits flight train gate room seat bay unit module course bus route driver app release tweet comment reel "
    "pin pins upload uploads download downloads cache tmp backup log dataset sample specimen test survey form "
    "cad report jobs passwd pwd pw passphrase ssid box acc jira ts dpd evri hermes yodel ups fedex royalmail "
    "amazon ebay vinted etsy depop lottery lotto gbp usd eur vol fig chapter"
)
# The one list of words that make a number run into them something else: a parcel's, a file's, a machine's.
OTHER_NUMBERS = ALONE | NUMBERS | CARRIED | _GLUED


def either(words: frozenset[str]) -> str:
    """A pattern of any of `words`, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_PHONE = word_set(
    "tel tele telephone telefon phone phones fone fon ph mob mobile moby mobi cell cellphone call calls "
    "calling ring text texts txt sms whatsapp whatsap whatapp watsapp wapp wa app contact contacts msg "
    "message messages signal telegram viber imessage facetime landline hotline number numbers num no nos nr "
    "dial fax home work office studio shop direct line ext enquiries bookings booking quote t m w h c me us "
    "on at is or and mum dad"
)
_NUMBER = word_set("number numbers num no nos nr is")
OWN: dict[EntityType, frozenset[str]] = {
    EntityType.PHONE: _PHONE,
    EntityType.CARD: _NUMBER | word_set("card cards visa mastercard amex debit credit maestro pan"),
    EntityType.NHS_NUMBER: _NUMBER | word_set("nhs chi nhsno patient hospital"),
    EntityType.PASSPORT: _NUMBER | word_set("passport passports ppt pasaporte reisepass passeport pp"),
    EntityType.NINO: _NUMBER | word_set("ni nino insurance nins"),
    EntityType.IBAN: _NUMBER | word_set("iban account acc acct bank"),
    EntityType.POSTCODE: word_set("postcode postcodes post pc zip code satnav address"),
    EntityType.VEHICLE_REGISTRATION: _NUMBER | word_set("reg regno registration plate plates numberplate vrm mot"),
    EntityType.DRIVING_LICENCE: _NUMBER | word_set("licence license dl dvla driving"),
}
_LONG = {kind: tuple(sorted((w for w in own if len(w) > 2), key=len, reverse=True)) for kind, own in OWN.items()}


def announces_own(kind: EntityType, word: str) -> bool:
    """True for a lower-case word, or one run together ("mymob"), that says a number of this kind comes next."""
    if word in OWN.get(kind, ()):
        return True
    for end in _LONG.get(kind, ()):
        if word.endswith(end):
            return word[: -len(end)] not in OTHER_NUMBERS
    return False


def announces_other(word: str) -> bool:
    """True for a lower-case word that says the number or code behind it is a thing's."""
    return word in OTHER_NUMBERS or (word[-2:] in ("no", "id") and word[:-2] in OTHER_NUMBERS)
