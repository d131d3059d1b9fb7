#include "answernotice.h"

#include "ui/theme/textscale.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

words::Message attemptWords(const AttemptValue &attempt, const ServicesValue &services)
{
    words::ErrorFacts facts;
    const UsageRecord &record = attempt.record;
    facts.serviceName = services.serviceName(record.service);
    facts.integrationName = record.integrationName;
    facts.model = record.model;
    if (const auto *summary = services.integration(record.integrationId)) {
        facts.keyTail = summary->integration.keyTail;
        facts.host = summary->integration.baseUrl.host();
        facts.local = summary->local;
        facts.limit = summary->integration.monthlyLimit;
    }
    facts.keychainName = services.keychain.backend;
    facts.waited = std::chrono::milliseconds(record.durationMs);
    Error error = attempt.error.value_or(Error(record.errorKind.value_or(Error::Kind::Internal)));
    if (!attempt.error && record.httpStatus) {
        Error::ServiceReply reply;
        reply.httpStatus = record.httpStatus;
        reply.code = record.serviceCode;
        reply.requestId = record.serviceRequestId;
        error = Error(error.kind()).withReply(reply);
    }
    return words::errorWords(error, facts);
}

QString answerDetails(const AnswerValue &answer, const ServicesValue &services)
{
    QStringList lines{AnswerNotice::tr("Keyway request %1").arg(answer.requestId.toString())};
    for (const AttemptValue &attempt : answer.attempts) {
        const UsageRecord &record = attempt.record;
        QStringList facts{services.serviceName(record.service) + u" / "_s + record.model,
                          nameOf(record.outcome)};
        if (record.errorKind)
            facts.append(Error::kindName(*record.errorKind));
        if (record.httpStatus)
            facts.append(u"HTTP %1"_s.arg(record.httpStatus));
        if (!record.serviceCode.isEmpty())
            facts.append(record.serviceCode);
        if (!record.serviceRequestId.isEmpty())
            facts.append(record.serviceRequestId);
        facts.append(record.startedAt.toUTC().toString(Qt::ISODateWithMs));
        facts.append(u"%1 ms"_s.arg(record.durationMs));
        lines.append(facts.join(u", "_s));
    }
    if (answer.plan) {
        for (const routing::Excluded &excluded : answer.plan->excluded)
            lines.append(excluded.integrationName + u": "_s + nameOf(excluded.reason.code));
    }
    if (answer.error && !answer.error->reason().isEmpty())
        lines.append(Error::kindName(answer.error->kind()) + u": "_s + answer.error->reason());
    return lines.join(u'\n');
}

const engine::IntegrationSummary *disabledChoice(const AnswerValue &answer,
                                                 const ServicesValue &services)
{
    if (!answer.plan)
        return nullptr;
    for (const routing::Excluded &excluded : answer.plan->excluded) {
        const auto *summary = services.integration(excluded.integrationId);
        if (excluded.reason.code == routing::ReasonCode::Disabled && summary
            && summary->types.contains(RequestType::Text))
            return summary;
    }
    return nullptr;
}

AnswerNotice::AnswerNotice(QWidget *answer)
    : CardFrame(answer)
    , m_icon(new IconView(u"error"_s, Token::StatusDownMark, 18, this))
    , m_title(new TextLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_text(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_lines(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_links(new QHBoxLayout)
{
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(18, 16, 16, 16);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 1);
    m_lines->setSpacing(0);
    grid->addLayout(m_lines, 2, 1);
    m_buttons->setSpacing(8);
    m_buttons->setContentsMargins(0, 6, 0, 0);
    grid->addLayout(m_buttons, 3, 1);
    m_links->setSpacing(16);
    grid->addLayout(m_links, 4, 1);
    grid->setColumnStretch(1, 1);
    hide();
}

void AnswerNotice::clear()
{
    for (QLayout *layout : {static_cast<QLayout *>(m_lines), static_cast<QLayout *>(m_buttons),
                            static_cast<QLayout *>(m_links)}) {
        while (QLayoutItem *item = layout->takeAt(0)) {
            if (QWidget *widget = item->widget()) {
                widget->hide();
                widget->deleteLater();
            }
            delete item;
        }
    }
}

QPushButton *AnswerNotice::addButton(const QString &text, ButtonKind kind, AnswerAction action)
{
    auto *button = new QPushButton(text, this);
    setKind(button, kind);
    connect(button, &QPushButton::clicked, this,
            [this, action] { Q_EMIT actionRequested(action); });
    m_buttons->addWidget(button);
    return button;
}

QPushButton *AnswerNotice::addLink(const QString &text, AnswerAction action)
{
    QPushButton *button = addButton(text, ButtonKind::Link, action);
    m_buttons->removeWidget(button);
    m_links->addWidget(button);
    return button;
}

void AnswerNotice::addDisabledLink(const AnswerValue &answer, const ServicesValue &services)
{
    if (const auto *disabled = disabledChoice(answer, services))
        addLink(tr("Use %1 for this prompt").arg(disabled->integration.name),
                AnswerAction::UseDisabled);
}

void AnswerNotice::addServiceLine(const AttemptValue &attempt, const ServicesValue &services,
                                  bool first)
{
    auto *line = new QWidget(this);
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!first)
        column->addWidget(new Divider(Qt::Horizontal, line));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 5, 0, 5);
    row->setSpacing(10);
    row->addWidget(new ProviderTile(attempt.record.service, 20, line), 0, Qt::AlignTop);
    auto *name = new ElidedLabel(attempt.record.integrationName, TextStyle::Body,
                                 Token::TextPrimary, line);
    name->setWeight(QFont::DemiBold);
    name->setFixedWidth(forText(112));
    row->addWidget(name, 0, Qt::AlignTop);
    const words::Message message = attemptWords(attempt, services);
    QString what = message.title;
    const QString code = words::errorCode(attempt.error.value_or(Error(Error::Kind::Internal)));
    if (!code.isEmpty())
        what += u" ("_s + code + u')';
    auto *reason = new TextLabel(what, TextStyle::Body, Token::TextSecondary, line);
    reason->setWordWrap(true);
    row->addWidget(reason, 1, Qt::AlignTop);
    column->addLayout(row);
    m_lines->addWidget(line);
}

void AnswerNotice::setAnswer(const AnswerValue &answer, const ServicesValue &services, bool last,
                             const QString &cover)
{
    const bool failed = answer.state == AnswerValue::State::Failed
        && !(answer.isReplaced() && !answer.text.isEmpty());
    const QString key = !failed ? QString()
                                : u"%1/%2/%3/%4/"_s.arg(answer.requestId.toString())
                                      .arg(answer.attempts.size())
                                      .arg(last)
                                      .arg(answer.stoppedHere)
            + cover;
    setVisible(failed);
    if (key == m_key)
        return;
    m_key = key;
    clear();
    if (!failed)
        return;
    m_icon->setIcon(u"error"_s, Token::StatusDownMark);
    setBorder(Token::StatusDownMark);
    const bool asks = !answer.notAsked.isEmpty() && !answer.stoppedHere && last;
    if (!cover.isEmpty())
        showCovered(cover, last);
    else if (asks && answer.stoppedBefore == engine::StoppedBefore::DearerService)
        showDearer(answer, services);
    else if (asks && answer.stoppedBefore == engine::StoppedBefore::PassedLimit)
        showPassedLimit(answer, services);
    else if (asks)
        showMayBeCharged(answer, services);
    else if (answer.text.isEmpty() && answer.attempts.size() > 1)
        showAllFailed(answer, services, last);
    else
        showError(answer, services, last);
    m_buttons->addStretch(1);
    m_links->addStretch(1);
    m_text->setVisible(!m_text->text().isEmpty());
    setAccessibleName(QString(m_title->text() + u' ' + m_text->text()).trimmed());
}

void AnswerNotice::showAllFailed(const AnswerValue &answer, const ServicesValue &services,
                                 bool last)
{
    m_title->setText(tr("No service could answer"));
    const Money cost = answer.cost();
    const QString kept = !answer.costKnown()
        ? tr("Your prompt is still here. Something may have been charged; nobody knows how much.")
        : cost.isZero()
        ? tr("Your prompt is still here, and nothing was charged.")
        : tr("Your prompt is still here. It cost %1.").arg(words::requestMoney(cost));
    // One line a service: its last attempt.
    QList<AttemptValue> lines;
    for (const AttemptValue &attempt : answer.attempts) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const AttemptValue &line) {
            return line.record.integrationId == attempt.record.integrationId;
        });
        if (same == lines.end())
            lines.append(attempt);
        else
            *same = attempt;
    }
    m_text->setText(tr("%n service(s) were asked and failed.", nullptr, int(lines.size())) + u' '
                    + kept);
    for (qsizetype i = 0; i < lines.size(); ++i)
        addServiceLine(lines.at(i), services, i == 0);
    if (last) {
        QPushButton *again
            = addButton(tr("Try again"), ButtonKind::Primary, AnswerAction::TryAgain);
        again->setIcon(themeOf(this).icon(u"refresh"_s, Token::TextOnAccent));
        addDisabledLink(answer, services);
    }
    addLink(tr("Copy the details"), AnswerAction::CopyDetails);
}

void AnswerNotice::showMayBeCharged(const AnswerValue &answer, const ServicesValue &services)
{
    const AttemptValue &attempt = answer.attempts.last();
    const QString &next = answer.notAsked.first().integrationName;
    m_icon->setIcon(u"warning"_s, Token::StatusDegradedMark);
    setBorder(Token::StatusDegradedMark);
    m_title->setText(tr("%1 may have charged this prompt").arg(attempt.record.integrationName));
    QString text = attemptWords(attempt, services).title + u' '
        + tr("If you ask %1 now, both may charge you.").arg(next);
    if (answer.notAsked.first().estimatedCost)
        text += u' '
            + tr("%1 would cost about %2.")
                  .arg(next, words::requestMoney(*answer.notAsked.first().estimatedCost));
    m_text->setText(text);
    addNextButtons(next);
}

void AnswerNotice::addNextButtons(const QString &next)
{
    addButton(tr("Ask %1").arg(next), ButtonKind::Secondary, AnswerAction::AskNext);
    addButton(tr("Stop here"), ButtonKind::Secondary, AnswerAction::StopHere);
    addLink(tr("Copy the details"), AnswerAction::CopyDetails);
}

void AnswerNotice::showDearer(const AnswerValue &answer, const ServicesValue &services)
{
    const routing::Candidate &next = answer.notAsked.first();
    m_icon->setIcon(u"warning"_s, Token::StatusDegradedMark);
    setBorder(Token::StatusDegradedMark);
    m_title->setText(tr("%1 costs much more").arg(next.integrationName));
    QString text = answer.attempts.isEmpty() ? QString()
                                             : attemptWords(answer.attempts.last(), services).title;
    if (next.estimatedCost) {
        text += u' '
            + tr("%1 would cost about %2, more than twice as much.")
                  .arg(next.integrationName, words::requestMoney(*next.estimatedCost));
    }
    m_text->setText(text.trimmed());
    addNextButtons(next.integrationName);
}

void AnswerNotice::showPassedLimit(const AnswerValue &answer, const ServicesValue &services)
{
    const routing::Candidate &next = answer.notAsked.first();
    m_icon->setIcon(u"warning"_s, Token::StatusDegradedMark);
    setBorder(Token::StatusDegradedMark);
    m_title->setText(tr("%1 %2", "an integration, \"could pass your limit of $20 a month\"")
                         .arg(next.integrationName, words::reasonWords(next.reason)));
    QStringList sentences;
    if (!answer.attempts.isEmpty())
        sentences += attemptWords(answer.attempts.last(), services).title;
    const Money left = Money::fromNano(next.reason.values.value("left_nano"_L1).toInteger());
    sentences += next.worstCost
        ? tr("It may cost up to %1; %2 of the limit is left.")
              .arg(words::requestMoney(*next.worstCost), words::requestMoney(left))
        : tr("Nobody knows its price; %1 of the limit is left.").arg(words::requestMoney(left));
    m_text->setText(sentences.join(u' '));
    addNextButtons(next.integrationName);
}

void AnswerNotice::showCovered(const QString &cover, bool last)
{
    m_title->setText(cover);
    m_text->setText({});
    if (last)
        addButton(tr("Try again"), ButtonKind::Secondary, AnswerAction::TryAgain);
}

void AnswerNotice::showError(const AnswerValue &answer, const ServicesValue &services, bool last)
{
    AttemptValue attempt;
    if (!answer.attempts.isEmpty())
        attempt = answer.attempts.last();
    if (answer.error)
        attempt.error = answer.error;
    if (answer.attempts.isEmpty() && answer.plan && answer.plan->candidates.isEmpty()) {
        m_title->setText(tr("No service could be asked"));
        m_text->setText(words::whyNoService(*answer.plan) + u' '
                        + tr("Your prompt is still here, and nothing was charged."));
    } else {
        const words::Message message = attemptWords(attempt, services);
        QString text = message.text;
        if (attempt.error && attempt.error->kind() == Error::Kind::Rejected
            && !attempt.error->reply().words.isEmpty()
            && !text.contains(attempt.error->reply().words))
            text += (text.isEmpty() ? QString() : u" "_s)
                + tr("It said: “%1”").arg(attempt.error->reply().words.left(600));
        const Money cost = answer.cost();
        if (!cost.isZero())
            text += u' ' + tr("It cost %1.").arg(words::requestMoney(cost));
        m_title->setText(message.title);
        m_text->setText(text.trimmed());
    }
    if (last) {
        addButton(tr("Try again"), ButtonKind::Secondary, AnswerAction::TryAgain);
        addButton(tr("Try with…"), ButtonKind::Secondary, AnswerAction::TryWith);
        if (answer.text.isEmpty())
            addDisabledLink(answer, services);
    }
    addLink(tr("Copy the details"), AnswerAction::CopyDetails);
}

} // namespace keyway
