#pragma once

#include "ui/widgets/cardframe.h"

class QVBoxLayout;

namespace keyway {

class MoneyLabel;
class TextLabel;

/// One figure of the platform: what it is, the figure, what to know of it.
class FigureCard : public CardFrame {
    Q_OBJECT
public:
    explicit FigureCard(const QString &title, QWidget *parent = nullptr);
    void setFigure(const QString &figure, const QString &note, const QString &spoken = {});
    QString figure() const;
    QString note() const;

private:
    const QString m_title;
    TextLabel *m_figure, *m_note;
};

/// A card with a heading, something at its right, and room below.
class TitledCard : public CardFrame {
    Q_OBJECT
public:
    explicit TitledCard(const QString &title, QWidget *parent = nullptr);
    void setNote(const QString &note);
    QString note() const;
    QVBoxLayout *column() const { return m_column; }

private:
    TextLabel *m_note;
    QVBoxLayout *m_column;
};

} // namespace keyway
