#include "whypanel.h"

#include "ui/desktop/prompts/answernotice.h"
#include "ui/desktop/prompts/costlines.h"
#include "ui/theme/painting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paint.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int TextLeft = 36;

/// What came of a candidate, from its last attempt.
QString outcomeWords(const AttemptValue &attempt)
{
    const UsageRecord &record = attempt.record;
    if (attempt.running)
        return WhyPanel::tr("is answering");
    const QString time = words::duration(std::chrono::milliseconds(record.durationMs));
    if (record.outcome == Outcome::Completed)
        return WhyPanel::tr("answered in %1").arg(time);
    if (record.outcome == Outcome::Cancelled)
        return WhyPanel::tr("stopped by you");
    const QString what = [&] {
        switch (record.errorKind.value_or(Error::Kind::Internal)) {
        case Error::Kind::RateLimited:
            return WhyPanel::tr("Busy");
        case Error::Kind::Overloaded:
            return WhyPanel::tr("Outage");
        case Error::Kind::Timeout:
            return WhyPanel::tr("No answer");
        case Error::Kind::Network:
            return WhyPanel::tr("Not reached");
        case Error::Kind::Untrusted:
            return WhyPanel::tr("Not trusted");
        case Error::Kind::Auth:
            return WhyPanel::tr("Key refused");
        case Error::Kind::Quota:
            return WhyPanel::tr("Out of credit");
        case Error::Kind::Gone:
            return WhyPanel::tr("Model gone");
        case Error::Kind::Rejected:
            return WhyPanel::tr("Declined");
        case Error::Kind::Keychain:
            return WhyPanel::tr("Key not readable");
        default:
            return WhyPanel::tr("Failed");
        }
    }();
    const QString code = record.httpStatus ? u" (%1)"_s.arg(record.httpStatus) : QString();
    const QString charged
        = record.outcome == Outcome::Unknown || record.costState == CostState::Unknown
        ? (record.outcome == Outcome::Failed ? WhyPanel::tr("not charged")
                                             : WhyPanel::tr("may be charged"))
        : record.platformCost.isZero() ? WhyPanel::tr("not charged")
                                       : words::requestMoney(record.platformCost);
    return WhyPanel::tr("%1 after %2 · %3").arg(what + code, time, charged);
}

} // namespace

CandidateRow::CandidateRow(QWidget *parent)
    : PaintedWidget(QAccessible::ListItem, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CandidateRow::setValue(const Value &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setToolTip(value.formula.isEmpty() ? value.title : value.title + u'\n' + value.formula);
    updateGeometry();
    update();
}

QString CandidateRow::spokenText() const
{
    return m_value.score
        ? tr("%1, score %2, %3").arg(m_value.title).arg(*m_value.score).arg(m_value.facts)
        : tr("%1, %2").arg(m_value.title, m_value.facts);
}

QRect CandidateRow::factsRect(int width) const
{
    const int title = QFontMetrics(theme().font(TextStyle::Body)).height();
    const QFontMetrics tiny(theme().font(TextStyle::Tiny));
    const int top = 8 + title + (m_value.score ? 12 : 4);
    const QRect room(TextLeft, top, width - TextLeft - 8, 1000);
    const QRect needed = tiny.boundingRect(room, Qt::TextWordWrap, m_value.facts);
    return {TextLeft, top, room.width(), std::max(needed.height(), tiny.height())};
}

QSize CandidateRow::sizeHint() const
{
    return {240, heightForWidth(240)};
}

int CandidateRow::heightForWidth(int width) const
{
    return factsRect(width).bottom() + 7;
}

void CandidateRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    const bool skipped = !m_value.score;
    if (m_value.answering)
        paint::box(painter, rect(), 6, look.color(Token::BgSelected));
    const QFontMetrics body(look.font(TextStyle::Body));
    paint::tile(painter, QRectF(8, 8, 20, 20), look,
                look.service(m_value.service, m_value.serviceName), skipped);
    painter.setFont(
        look.font(TextStyle::Body, m_value.answering ? QFont::DemiBold : QFont::Normal));
    painter.setPen(look.color(Token::TextPrimary));
    const QRect line(TextLeft, 8, width() - TextLeft - 8, std::max(20, body.height()));
    const QString score = skipped ? QString() : words::count(*m_value.score);
    const int scoreWidth = skipped ? 0 : QFontMetrics(painter.font()).horizontalAdvance(score) + 8;
    painter.drawText(line.adjusted(0, 0, -scoreWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font())
                         .elidedText(m_value.title, Qt::ElideRight, line.width() - scoreWidth));
    if (!skipped) {
        if (!m_value.answering)
            painter.setPen(look.color(Token::TextSecondary));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, score);
        const QRectF groove(TextLeft, 8 + body.height() + 6, line.width(), 4);
        paint::box(painter, groove, 2, look.color(Token::BgPressed));
        QRectF filled = groove;
        filled.setWidth(groove.width() * std::clamp(*m_value.score, 0, 100) / 100);
        paint::box(painter, filled, 2,
                   look.color(m_value.answering ? Token::AccentFill : Token::StatusDisabledMark));
    }
    painter.setFont(look.font(TextStyle::Tiny));
    painter.setPen(look.color(m_value.answering ? Token::TextSecondary : Token::TextMuted));
    painter.drawText(factsRect(width()), Qt::TextWordWrap | Qt::AlignLeft, m_value.facts);
}

QString whySentence(const AnswerValue &answer)
{
    if (!answer.plan)
        return {};
    if (answer.state == AnswerValue::State::Failed && !answer.attempts.isEmpty()
        && answer.text.isEmpty())
        return answer.attempts.size() == 1
            ? WhyPanel::tr("%1 failed.").arg(answer.attempts.last().record.integrationName)
            : WhyPanel::tr("All %n attempt(s) failed, and nobody else in the list may be asked.",
                           nullptr, int(answer.attempts.size()));
    const Id by = answer.attempts.isEmpty() ? Id() : answer.attempts.last().record.integrationId;
    return words::whyThisService(*answer.plan, by);
}

WhyPanel::WhyPanel(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_rows(new QVBoxLayout)
{
    setAccessibleName(tr("Why this service"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 14, 8, 14);
    column->setSpacing(0);
    auto *title = new TextLabel(tr("Why this service"), TextStyle::Body, Token::TextPrimary, this);
    title->setWeight(QFont::DemiBold);
    title->setContentsMargins(8, 0, 8, 0);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(8, 4, 8, 6);
    column->addWidget(title);
    column->addWidget(m_sentence);
    column->addLayout(m_rows);
    m_rows->setSpacing(0);
}

QString WhyPanel::sentence() const
{
    return m_sentence->accessibleName().isEmpty() ? m_sentence->text()
                                                  : m_sentence->accessibleName();
}

void WhyPanel::setAnswer(const AnswerValue &answer, const ServicesValue &services)
{
    if (!answer.plan) {
        m_sentence->setText(tr("Send a prompt, and the choice is explained here."));
        qDeleteAll(m_candidates);
        m_candidates.clear();
        return;
    }
    m_sentence->setTitleAndText(words::strategyWord(answer.plan->strategy) + u':',
                                whySentence(answer));
    QList<CandidateRow::Value> values;
    const Id by = answer.attempts.isEmpty() ? Id() : answer.attempts.last().record.integrationId;
    const bool failed = answer.state == AnswerValue::State::Failed && answer.text.isEmpty();
    for (const routing::Candidate &candidate : answer.plan->candidates) {
        CandidateRow::Value value;
        value.service = candidate.service;
        value.serviceName = services.serviceName(candidate.service);
        value.title = tr("%1 · %2").arg(candidate.integrationName, candidate.model);
        value.score = candidate.score;
        value.formula = words::scoreWords(candidate);
        QStringList facts;
        const auto attempt = std::find_if(
            answer.attempts.crbegin(), answer.attempts.crend(), [&](const AttemptValue &a) {
                return a.record.integrationId == candidate.integrationId;
            });
        if (attempt != answer.attempts.crend())
            facts.append(outcomeWords(*attempt));
        if (attempt == answer.attempts.crend() || attempt->running) {
            if (attempt == answer.attempts.crend())
                facts.append(words::reasonWords(candidate.reason));
            if (candidate.quality)
                facts.append(words::qualityWords(candidate));
            facts.append(
                candidate.estimatedCost
                    ? (candidate.estimatedCost->isZero()
                           ? tr("free")
                           : tr("about %1").arg(words::requestMoney(*candidate.estimatedCost)))
                    : tr("price unknown"));
            if (candidate.firstTokenMs) {
                facts.append(
                    tr("%1 to start")
                        .arg(words::duration(std::chrono::milliseconds(*candidate.firstTokenMs))));
            }
        }
        value.facts = facts.join(u" · "_s);
        value.answering = candidate.integrationId == by && !failed;
        values.append(value);
    }
    for (const routing::Excluded &excluded : answer.plan->excluded) {
        CandidateRow::Value value;
        value.service = excluded.service;
        value.serviceName = services.serviceName(excluded.service);
        value.title = excluded.integrationName;
        value.facts = tr("Skipped: %1").arg(words::reasonWords(excluded.reason));
        values.append(value);
    }
    while (m_candidates.size() > values.size())
        delete m_candidates.takeLast();
    while (m_candidates.size() < values.size()) {
        auto *row = new CandidateRow(this);
        m_rows->addWidget(row);
        m_candidates.append(row);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        m_candidates.at(i)->setValue(values.at(i));
}

} // namespace keyway
