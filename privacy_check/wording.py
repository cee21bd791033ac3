"""The plain words of explanations: what was seen, why it matters, what it adds up to with one more piece."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from privacy_check.model import EntityType

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "text": "in your text",
        "bio": "in your bio",
        "display_name": "in your display name",
        "handle": "in your user name",
        "location": "in the place line of your profile",
        "website": "in the website line of your profile",
        "links": "in the links on your profile",
        "posts": "in one of your posts",
        "photos": "in the words with one of your photos",
        "pictures": "in the words with one of your photos",
        "file_name": "in the name of the file",
        "job_title": "in the job line of your profile",
        "employer": "in the employer line of your profile",
        "education": "in the education line of your profile",
        "email": "in the e-mail line of your profile",
        "phone": "in the phone line of your profile",
        "birthday": "in the birthday line of your profile",
        "groups": "in the list of your groups",
        "joined": "in the joining date of your profile",
        "friends": "in your list of friends",
        "page_text": "elsewhere on the page",
        "others_words": "in someone else's words on your page",
        "candidate": "on the other account",
    }
)

_T = EntityType
# What was seen, by kind or by the rule where the rule says more.
SEEN: Mapping[str, str] = MappingProxyType(
    {
        _T.PHONE: "a phone number",
        _T.EMAIL: "an e-mail address",
        _T.POSTCODE: "a full postcode",
        _T.ADDRESS: "an address",
        _T.BIRTH_DATE: "a full date of birth",
        _T.BIRTH_YEAR: "a year of birth",
        _T.AGE: "an age",
        _T.NINO: "a National Insurance number",
        _T.NHS_NUMBER: "an NHS number",
        _T.PASSPORT: "a passport number",
        _T.DRIVING_LICENCE: "a driving licence number",
        _T.VEHICLE_REGISTRATION: "a number plate",
        _T.IBAN: "an international bank account number",
        _T.CARD: "a bank card number",
        _T.BANK_ACCOUNT: "details of a bank account",
        _T.HANDLE: "a name you use on another site or app",
        _T.GPS: "the exact spot of a place",
        _T.LOCATION: "the name of a place you seem to belong to",
        _T.EMPLOYER: "the name of the place you work for",
        _T.JOB_TITLE: "the job you do",
        _T.SCHOOL: "the name of a school or college",
        _T.FAMILY_NAME: "the name of someone close to you",
        _T.SECURITY_ANSWER: "an answer to a common security question",
        _T.ABSENCE: "words that say you are away from home",
        _T.ROUTINE: "a place and a time that come back every week",
        _T.URL: "a link to a page that lists ways to reach you",
        _T.IP: "the internet address of a connection",
        "PI-02b": "a birthday",
        "LOC-01 postcode": "the first half of a postcode",
        "REL-01": "the name of your partner",
        "REL-02": "the name of a relative",
        "REL-03": "the name of a child",
        "REL-04": "the birthday or age of a child",
        "REL-05": "the name of a child's school, club or nursery",
        "REL-08": "the name of a pet or a childhood friend",
        "CRD-04": "answers to a quiz that is passed around",
    }
)
# Why it matters, above all to people who work with children or with the public: one sentence.
MATTERS: Mapping[str, str] = MappingProxyType(
    {
        _T.PHONE: "With it a pupil, a parent or a stranger can ring you at home, at any hour.",
        _T.EMAIL: "With it families and strangers can write to you outside work, and scam messages start there.",
        _T.POSTCODE: "About fifteen homes share one, so someone upset about your work could find yours.",
        _T.ADDRESS: "Someone who is upset by a decision at your work could come to your door.",
        _T.BIRTH_DATE: "Banks and helplines ask for it to make sure that a caller is you.",
        _T.BIRTH_YEAR: "It helps to pick you out from other people with your name.",
        _T.AGE: "It helps to pick you out from other people with your name.",
        _T.NINO: "It is yours for life, and tax and benefit offices take it as a sign that a caller is you.",
        _T.NHS_NUMBER: "It is yours for life, and it is the key to your health records.",
        _T.PASSPORT: "It helps someone pretend to be you when they open an account or book a trip.",
        _T.DRIVING_LICENCE: "Your date of birth can be read from it, and it helps someone pretend to be you.",
        _T.VEHICLE_REGISTRATION: "It lets people know your car outside your work or your home.",
        _T.IBAN: "It can be used to take money in your name.",
        _T.CARD: "It can be used to spend your money.",
        _T.BANK_ACCOUNT: "That can be used to take money in your name.",
        _T.HANDLE: "Pupils or families who know it can find you and write to you where you are off duty.",
        _T.GPS: "It points at one door or one bench, so people you know from work can stand at it.",
        _T.LOCATION: "It tells families and strangers where to begin looking for your home.",
        _T.EMPLOYER: "It tells families and customers that this page is yours, and where you are in the day.",
        _T.JOB_TITLE: "It tells families and pupils that this page is yours.",
        _T.SCHOOL: "It helps a stranger write to you as if you had known each other for years.",
        _T.FAMILY_NAME: "People close to you may be easier to find than you are.",
        _T.SECURITY_ANSWER: "Banks and sites ask for this to make sure that a person is you.",
        _T.ABSENCE: "That tells people that your home is empty, and often for how long.",
        _T.ROUTINE: "Someone you know from work could wait for you there.",
        _T.URL: "One tap takes a pupil or a parent to all the ways there are to write to you in private.",
        _T.IP: "It belongs to one connection, often the one at home.",
        "PI-02b": "A day and a month are half of a date that banks and helplines ask for.",
        "LOC-01 postcode": "It tells families and strangers which part of town to look for you in.",
        "REL-01": "Your partner may be easier to find than you are, and their page may show your home.",
        "REL-02": "Relatives often have open pages, which may show where you live.",
        "REL-03": "A stranger who knows a child's name seems safer to the child.",
        "REL-04": "A child's date of birth can be misused for years before anyone notices.",
        "REL-05": "It tells people where a child is in the day.",
        "REL-08": "Names like these are common answers to security questions.",
        "CRD-04": "Quizzes like this are often made to collect the answers to security questions.",
    }
)
# What it makes possible together with which other piece: one sentence.
TOGETHER: Mapping[str, str] = MappingProxyType(
    {
        _T.PHONE: "Together with your date of birth, it can be enough to take over your number.",
        _T.EMAIL: "Together with a password you use twice, it can open your other accounts.",
        _T.POSTCODE: "Together with your surname, it can lead to your door.",
        _T.ADDRESS: "Together with a post about a trip, it says when your home is empty.",
        _T.BIRTH_DATE: "Together with your address, it can be enough to borrow money in your name.",
        _T.BIRTH_YEAR: "Together with your birthday, it makes your whole date of birth.",
        _T.AGE: "Together with your birthday, it makes your whole date of birth.",
        _T.NINO: "Together with your name and date of birth, it can be used to claim or borrow as you.",
        _T.NHS_NUMBER: "Together with your date of birth, it can be enough to ask about your health by phone.",
        _T.PASSPORT: "Together with your name and date of birth, it can be used to borrow money as you.",
        _T.DRIVING_LICENCE: "Together with your address, it can be used to hire a car or borrow money as you.",
        _T.VEHICLE_REGISTRATION: "Together with a place and a time, it lets someone follow you home.",
        _T.IBAN: "Together with your name, it can be used to set up a false payment.",
        _T.CARD: "Together with the date on the card, it can be used to shop.",
        _T.BANK_ACCOUNT: "Together with your name, it makes a false call from your bank sound real.",
        _T.HANDLE: "Together with the same name elsewhere, it joins accounts that you may want to keep apart.",
        _T.GPS: "Together with your weekly times, it says where you can be met, and when.",
        _T.LOCATION: "Together with your surname, it narrows the search to a few streets.",
        _T.EMPLOYER: "Together with your name, it lets someone ask for you at work, or pose as your boss.",
        _T.JOB_TITLE: "Together with your employer, it helps someone pose as you to the people you work with.",
        _T.SCHOOL: "Together with the years you were there, it answers a security question.",
        _T.FAMILY_NAME: "Together with your surname, it gives a second way to find you.",
        _T.SECURITY_ANSWER: "Together with your e-mail address, it can open an account.",
        _T.ABSENCE: "Together with your address, it says which home that is.",
        _T.ROUTINE: "Together with a photo of you, it tells a stranger whom to wait for.",
        _T.URL: "Together with your name, it ties all your accounts to you.",
        _T.IP: "Together with a user name, it hints at the town you live in.",
        "PI-02b": "Together with your age, it makes your whole date of birth.",
        "LOC-01 postcode": "Together with your surname, it can lead to your street.",
        "REL-03": "Together with a school or a club, it tells where the child can be met.",
        "REL-04": "Together with the child's name, it can be used to open accounts for the child.",
        "REL-05": "Together with a photo or a time, it tells which child to look for, and when.",
        "REL-08": "Together with your e-mail address, it can open an account.",
        "CRD-04": "Together with your e-mail address, they can open an account.",
    }
)
# What to say instead where the match knows better than its kind.
PARTICULAR: Mapping[str, str] = MappingProxyType(
    {
        "a telephone number in disguise": "a spelled-out or disguised phone number",
        "a link that rings or messages a number": "a link with your phone number in it",
        "an e-mail address in disguise": "a spelled-out or disguised e-mail address",
        "a shared mailbox": "a mailbox that several people share",
        "a link that opens a chat or a profile": "a link to another account of yours, or to a chat with you",
        "a friend code": "a code that lets players add you as a friend",
        "a sort code": "the sort code of a bank account",
        "a bank account number": "the number of a bank account",
        "a street near your home": "the name of a street that seems to be yours",
        "a post box": "the number of a post box",
        "a maiden name": "a maiden name",
        "a first car": "your first car",
        "a first job": "your first job",
        "a favourite teacher": "your favourite teacher",
        "a favourite team": "your favourite team",
        "the street of a childhood": "the street you grew up in",
    }
)


def of(words: Mapping[str, str], kind: EntityType, rule_id: str) -> str:
    """The words for a rule together with a kind, a rule, or a kind, whichever is known first; empty if none."""
    return words.get(f"{rule_id} {kind}") or words.get(rule_id) or words.get(kind) or ""
