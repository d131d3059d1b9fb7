#include "attemptview.h"

#include "ui/desktop/prompts/markdownview.h"
#include "ui/desktop/prompts/quietbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

AttemptView::AttemptView(AnswerView *answer)
    : QWidget(answer)
    , m_tile(new ProviderTile({}, 20, this))
    , m_model(new ElidedLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_integration(new ElidedLabel({}, TextStyle::Body, Token::TextSecondary, this))
    , m_fallback(new Tag({}, TagTone::Plain, this))
    , m_version(new Tag({}, TagTone::Plain, this))
    , m_spinner(new Spinner(14, this))
    , m_status(new TextLabel({}, TextStyle::Body, Token::TextMuted, this))
    , m_copy(new QuietButton(u"copy"_s, tr("Copy"), this))
    , m_copyMarkdown(new QuietButton(u"text"_s, tr("Copy as Markdown"), this))
    , m_again(new QuietButton(u"refresh"_s, tr("Try again"), this))
    , m_with(new QuietButton(u"fallback"_s, tr("Try with another service"), this))
    , m_text(new MarkdownView(this))
    , m_growing(m_text)
    , m_note(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
{
    m_model->setWeight(QFont::DemiBold);
    m_fallback->setIconName(u"fallback"_s);
    m_note->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_tile);
    head->addWidget(m_model);
    head->addWidget(m_integration);
    head->addWidget(m_fallback);
    head->addWidget(m_version);
    head->addStretch(1);
    head->addWidget(m_spinner);
    head->addWidget(m_status);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(28, 0, 0, 0);
    body->setSpacing(6);
    body->addWidget(m_text);
    body->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    // Room for the focus ring of each.
    buttons->setSpacing(6);
    buttons->setContentsMargins(0, 0, 0, 3);
    for (QuietButton *button : {m_copy, m_copyMarkdown, m_again, m_with})
        buttons->addWidget(button);
    buttons->addStretch(1);
    body->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addLayout(body);
    m_model->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_integration->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_note->hide();
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(false); });
    connect(m_copyMarkdown, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(true); });
    connect(m_again, &QToolButton::clicked, this, &AttemptView::tryAgainRequested);
    connect(m_with, &QToolButton::clicked, this,
            [this] { Q_EMIT tryWithRequested(m_with->mapToGlobal(m_with->rect().bottomLeft())); });
    connect(m_text, &MarkdownView::linkChosen, answer, &AnswerView::linkChosen);
}

void AttemptView::setHead(const Head &head)
{
    m_tile->setService(head.service, head.serviceName);
    m_tile->setVisible(!head.service.isEmpty());
    m_model->setText(head.model);
    m_model->setMinimumWidth(std::min(m_model->sizeHint().width(), 140));
    m_integration->setText(head.integration);
    m_integration->setVisible(!head.integration.isEmpty());
    const QFontMetrics metrics(m_fallback->font());
    m_fallback->setWord(
        tr("Fell back from %1").arg(metrics.elidedText(head.fellBackFrom, Qt::ElideMiddle, 90)));
    m_fallback->setToolTip(head.fellBackFrom);
    m_fallback->setVisible(!head.fellBackFrom.isEmpty());
    m_version->setWord(head.version);
    m_version->setVisible(!head.version.isEmpty());
    setStatus(head.status);
    if (head.busy != m_spinner->isRunning()) {
        if (head.busy)
            m_spinner->start();
        else
            m_spinner->stop();
    }
    m_spinner->setVisible(head.busy);
    const QString name = head.busy ? tr("Answer of %1, writing").arg(head.model)
                                   : tr("Answer of %1").arg(head.model);
    if (m_text->accessibleName() != name)
        m_text->setAccessibleName(name);
    m_spinner->setAccessibleName(tr("Writing"));
    m_copy->setSpoken(tr("Copy the answer of %1").arg(head.model));
    m_copyMarkdown->setSpoken(tr("Copy the answer of %1 as Markdown").arg(head.model));
    m_again->setSpoken(tr("Try again instead of %1").arg(head.model));
    m_with->setSpoken(tr("Try with another service than %1").arg(head.integration));
}

void AttemptView::setStatus(const QString &status)
{
    if (m_status->text() != status)
        m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
}

void AttemptView::setText(const QString &text, bool running, bool finished)
{
    m_growing.show(text, running, finished);
}

void AttemptView::setNote(const QString &note, bool struck)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_text->setStruck(struck);
}

void AttemptView::setButtons(bool shown, bool tryAgain)
{
    m_copy->setVisible(shown);
    m_copyMarkdown->setVisible(shown);
    m_again->setVisible(shown && tryAgain);
    m_with->setVisible(shown && tryAgain);
}

} // namespace keyway
