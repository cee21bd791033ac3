"""Words that job titles end in: "Business Change Manager", "staff nurse", "tech lead"."""

from __future__ import annotations

from privacy_check.text.cues import word_set

JOB_WORDS = (
    "accountant actuary administrator adviser advisor agent analyst anaesthetist apprentice architect "
    "assembler assistant attendant auditor baker banker barber barista barmaid barman bartender beautician "
    "bookkeeper bouncer bricklayer broker builder butcher buyer caretaker carer cashier ceo cfo cto chaplain "
    "chef childminder cleaner clerk cllr coach coastguard commissioner concierge conductor constable "
    "consultant cook controller coordinator copper copywriter councillor counsellor courier curator dentist "
    "deputy designer detective dev developer dietician dietitian director dispatcher dispenser doctor doorman "
    "driver editor electrician emt engineer estimator fabricator fireman firefighter fitter florist foreman "
    "gardener governor groundsman groundworker guard hairdresser handler hca headteacher hlta housekeeper "
    "hygienist inspector instructor intern interpreter janitor joiner journalist judge keyworker labourer "
    "landlady landlord lawyer lecturer librarian lifeguard machinist manager matron mechanic mentor "
    "merchandiser midwife nanny nurse officer oncologist operative operator optician optometrist orderly "
    "packer paediatrician painter paralegal paramedic partner pcso pharmacist phlebotomist photographer "
    "physio physiotherapist picker pilot planner plasterer plumber podiatrist porter postie postman postwoman "
    "practitioner producer prof professor programmer psychiatrist psychologist qs radiographer radiologist "
    "ranger receptionist recruiter registrar reporter researcher rigger roofer salesman saleswoman scaffolder "
    "scientist secretary senco sergeant servant shopfitter signaller solicitor sonographer spark sparky "
    "specialist stacker steward stewardess supervisor surgeon surveyor sysadmin teacher technician teller "
    "tester therapist toolmaker trader trainee trainer translator tutor tyrefitter underwriter usher valeter "
    "verger vet visitor volunteer waiter waitress warden postdoc fellow starter welder worker writer "
    "colleague employee sister superintendent"
)
# These are also other words, so an employer must be a known or plain one.
LOOSE_JOB_WORDS = (
    "lead op exec it hr pa ot ta pc dc head sales marketing comms payroll admin security service sw dsl lado "
    "iro executive staff crew gp hgv soldier marine sailor professional support finance procurement logistics "
    "cook team bar retail planning policy dispatch residential temp placement"
)
STAFF_WORDS = word_set(JOB_WORDS) | word_set(
    "staff crew exec executive admin scheme graduate apprenticeship lifer girl lad gal"
)
