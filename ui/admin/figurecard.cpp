#include "figurecard.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

FigureCard::FigureCard(const QString &title, QWidget *parent)
    : CardFrame(parent)
    , m_title(title)
    , m_figure(new TextLabel({}, TextStyle::Title, Token::TextPrimary, this))
    , m_note(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
{
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(2);
    column->addWidget(new TextLabel(title, TextStyle::Small, Token::TextSecondary, this));
    column->addWidget(m_figure);
    column->addWidget(m_note);
    m_note->setWordWrap(true);
}

void FigureCard::setFigure(const QString &figure, const QString &note, const QString &spoken)
{
    m_figure->setText(figure);
    m_note->setText(note);
    setAccessibleName(
        tr("%1: %2", "name, figure").arg(m_title, spoken.isEmpty() ? figure : spoken));
    setAccessibleDescription(note);
}

QString FigureCard::figure() const
{
    return m_figure->text();
}

QString FigureCard::note() const
{
    return m_note->text();
}

TitledCard::TitledCard(const QString &title, QWidget *parent)
    : CardFrame(parent)
    , m_note(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->setSpacing(10);
    auto *head = new QHBoxLayout;
    auto *heading = new TextLabel(title, TextStyle::Body, Token::TextPrimary, this);
    heading->setWeight(QFont::DemiBold);
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(m_note);
    m_note->hide();
    m_column->addLayout(head);
}

void TitledCard::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString TitledCard::note() const
{
    return m_note->text();
}

} // namespace keyway
