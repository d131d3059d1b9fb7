#include "activitydetails.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/words/activity.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A mark in lines that fit, since it has no places to break at.
QString inLines(const QString &mark)
{
    constexpr int letters = 16;
    QStringList lines;
    for (qsizetype at = 0; at < mark.size(); at += letters)
        lines += mark.mid(at, letters);
    return lines.join(u'\n');
}

/// The facts as they are kept: their names are those of the export, too.
QString factLines(const QJsonObject &facts)
{
    QStringList lines;
    for (auto it = facts.constBegin(); it != facts.constEnd(); ++it) {
        const QString value = it->isDouble() ? QString::number(it->toInteger())
            : it->isBool()                   ? (it->toBool() ? u"true"_s : u"false"_s)
                                             : it->toString();
        if (!value.isEmpty())
            lines += u"%1: %2"_s.arg(it.key(), value);
    }
    return lines.join(u'\n');
}

} // namespace

ActivityDetails::ActivityDetails(QWidget *parent)
    : CardFrame(parent)
    , m_title(new TextLabel({}, TextStyle::Heading, Token::TextPrimary, this))
    , m_when(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_about(new TextLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_facts(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_number(new TextLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_mark(new TextLabel({}, TextStyle::Mono, Token::TextSecondary, this))
    , m_check(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_copy(iconButton(u"copy"_s, tr("Copy the details"), ButtonKind::Ghost, this))
    , m_close(iconButton(u"close"_s, tr("Close the details"), ButtonKind::Ghost, this))
{
    setAccessibleName(tr("Details of the entry"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 10, 14);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_when);
    head->addLayout(titles, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(new Divider(Qt::Horizontal, this));
    m_number->setWeight(QFont::DemiBold);
    m_check->setText(tr("Check it yourself, without this window: keyway audit verify"));
    for (TextLabel *label : {m_title, m_when, m_about, m_facts, m_number, m_mark, m_check}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        if (label != m_title && label != m_when)
            column->addWidget(label);
    }
    column->addStretch(1);
    connect(m_close, &QToolButton::clicked, this, &ActivityDetails::closeRequested);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
}

void ActivityDetails::setEntry(const AuditEntry &entry)
{
    m_sequence = entry.sequence;
    m_title->setText(words::activityTitle(entry.event));
    const QDateTime at = entry.at.toLocalTime();
    m_when->setText(u"%1, %2"_s.arg(words::longDate(at.date()), at.toString(u"HH:mm:ss"_s)));
    m_about->setText(words::activityDetails(entry));
    m_about->setVisible(!m_about->text().isEmpty());
    m_facts->setText(factLines(entry.event.facts));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_number->setText(tr("Entry %1, with this mark:").arg(words::count(entry.sequence)));
    m_mark->setText(inLines(QString::fromLatin1(entry.hash.toHex())));
}

QString ActivityDetails::text() const
{
    QStringList lines;
    for (const TextLabel *label : {m_title, m_when, m_about, m_facts, m_number, m_mark}) {
        if (!label->text().isEmpty())
            lines += label->text();
    }
    return lines.join(u'\n');
}

void ActivityDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        CardFrame::keyPressEvent(event);
}

} // namespace keyway
