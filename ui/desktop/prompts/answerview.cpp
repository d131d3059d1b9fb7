#include "answerview.h"

#include "ui/desktop/prompts/answernotice.h"
#include "ui/desktop/prompts/attemptview.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtGui/QClipboard>
#include <QtGui/QCursor>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
    , m_notice(new AnswerNotice(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addWidget(m_notice);
    connect(m_notice, &AnswerNotice::actionRequested, this,
            [this](AnswerAction action) { Q_EMIT actionRequested(action, QCursor::pos()); });
}

AttemptView *AnswerView::part(qsizetype index)
{
    while (m_parts.size() <= index) {
        auto *view = new AttemptView(this);
        m_column->insertWidget(int(m_parts.size()), view);
        m_parts.append(view);
        connect(view, &AttemptView::copyRequested, this, [this, view](bool markdown) {
            QGuiApplication::clipboard()->setText(markdown ? view->text()->markdown()
                                                           : view->text()->plainText());
        });
        connect(view, &AttemptView::tryAgainRequested, this,
                [this] { Q_EMIT actionRequested(AnswerAction::TryAgain, {}); });
        connect(view, &AttemptView::tryWithRequested, this,
                [this](const QPoint &at) { Q_EMIT actionRequested(AnswerAction::TryWith, at); });
        connect(view->text(), &MarkdownView::blockFinished, this, &AnswerView::announced);
    }
    return m_parts.at(index);
}

void AnswerView::setAnswer(const AnswerValue &answer, bool last, const QDateTime &now)
{
    const bool running = answer.isRunning();
    if (running != m_answer.isRunning() || m_answer.requestId != answer.requestId) {
        const QString model
            = answer.attempts.isEmpty() ? QString() : answer.attempts.last().record.model;
        if (running && !model.isEmpty())
            Q_EMIT announced(tr("%1 is answering.").arg(model));
    }
    const bool ended = m_answer.isRunning() && !running && m_answer.requestId == answer.requestId;
    m_answer = answer;
    // A part for each attempt that wrote, and for the last one while it may still write.
    qsizetype used = 0;
    QString failedBefore = answer.fellBackFrom;
    for (qsizetype i = 0; i < answer.attempts.size(); ++i) {
        const AttemptValue &attempt = answer.attempts.at(i);
        const bool lastAttempt = i + 1 == answer.attempts.size();
        if (attempt.text.isEmpty() && !(lastAttempt && running)) {
            if (failedBefore.isEmpty())
                failedBefore = attempt.record.integrationName;
            continue;
        }
        AttemptView *view = part(used++);
        const UsageRecord &record = attempt.record;
        AttemptView::Head head;
        head.service = record.service;
        head.serviceName = m_services ? m_services->serviceName(record.service) : QString();
        head.model = record.model;
        head.integration = record.integrationName;
        head.fellBackFrom = record.integrationName == failedBefore ? QString() : failedBefore;
        head.busy = lastAttempt && running;
        head.status = lastAttempt ? statusText(now) : QString();
        if (answer.versions > 1)
            head.version = tr("%1 of %2").arg(answer.version).arg(answer.versions);
        view->setHead(head);
        view->setText(attempt.text, head.busy, !head.busy);
        const bool struck = !lastAttempt || answer.isReplaced();
        view->setNote(struck
                          ? tr("%1 stopped here after %Ln token(s) (%2)", nullptr,
                               int(record.usage.tokensOut()))
                                .arg(record.integrationName,
                                     words::requestMoneyOf(record.costState, record.platformCost))
                          : endingNote(),
                      struck);
        view->setButtons(!head.busy && lastAttempt, last && !running);
        if (failedBefore.isEmpty() && !lastAttempt)
            failedBefore = record.integrationName;
    }
    if (used == 0
        && (running || !answer.text.isEmpty() || answer.state == AnswerValue::State::Stopped
            || answer.state == AnswerValue::State::Interrupted)) {
        // Nobody was asked yet, or the records of a kept answer are not there.
        AttemptView *view = part(used++);
        AttemptView::Head head;
        head.model = running            ? tr("Choosing a service")
            : answer.attempts.isEmpty() ? tr("Answer")
                                        : answer.attempts.last().record.model;
        head.busy = running;
        head.status = statusText(now);
        view->setHead(head);
        view->setText(answer.text, false, !running);
        view->setNote(endingNote(), false);
        view->setButtons(!running && !answer.text.isEmpty(), last && !running);
    }
    while (m_parts.size() > used)
        delete m_parts.takeLast();
    static const ServicesValue none;
    m_notice->setAnswer(answer, m_services ? *m_services : none, last);
    if (ended)
        Q_EMIT announced(answer.state == AnswerValue::State::Failed
                             ? m_notice->accessibleName()
                             : tr("Answer finished: %1").arg(statusText(now)));
}

void AnswerView::setNow(const QDateTime &now)
{
    if (!m_parts.isEmpty() && m_answer.isRunning())
        m_parts.last()->setStatus(statusText(now));
}

/// What is said below a text that has no end.
QString AnswerView::endingNote() const
{
    const auto spent = [this] {
        return m_answer.costKnown() ? tr("It cost %1.").arg(words::requestMoney(m_answer.cost()))
                                    : tr("What it cost is not known.");
    };
    switch (m_answer.state) {
    case AnswerValue::State::Stopped:
        return tr("You stopped this answer.") + u' ' + spent();
    case AnswerValue::State::Interrupted:
        if (!m_answer.attempts.isEmpty()
            && m_answer.attempts.last().record.outcome == Outcome::Started)
            return tr("Another window is writing this answer.");
        return tr("Keyway ended while this answer was written.") + u' ' + spent();
    default:
        return {};
    }
}

QString AnswerView::statusText(const QDateTime &now) const
{
    const AnswerValue &answer = m_answer;
    if (answer.isRunning()) {
        const auto since = std::chrono::milliseconds(
            answer.startedAt.isValid() ? std::max<qint64>(0, answer.startedAt.msecsTo(now)) : 0);
        const QString time = words::duration(since);
        switch (answer.state) {
        case AnswerValue::State::Writing:
            return tr("Writing · %1").arg(time);
        case AnswerValue::State::Waiting:
            return tr("Waiting for %1 · %2").arg(answer.waitingFor, time);
        default:
            return tr("Asking · %1").arg(time);
        }
    }
    if (answer.attempts.isEmpty())
        return {};
    const UsageRecord &record = answer.attempts.last().record;
    QStringList facts;
    if (record.durationMs > 0)
        facts.append(words::duration(std::chrono::milliseconds(record.durationMs)));
    if (answer.tokensOut() > 0)
        facts.append(tr("%Ln token(s)", nullptr, int(answer.tokensOut())));
    facts.append(answer.costKnown() ? words::requestMoney(answer.total())
                                    : words::requestMoneyOf(CostState::Unknown, {}));
    return facts.join(u" · "_s);
}

QString AnswerView::markdown() const
{
    return m_parts.isEmpty() ? QString() : m_parts.last()->text()->markdown();
}

QString AnswerView::plainText() const
{
    return m_parts.isEmpty() ? QString() : m_parts.last()->text()->plainText();
}

bool AnswerView::isSettled() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
                       [](const AttemptView *view) { return view->text()->isSettled(); });
}

void AnswerView::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    update();
}

void AnswerView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    update();
}

} // namespace keyway
