#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/paintedwidget.h"

#include <QtWidgets/QLabel>

namespace keyway {

/// A QLabel in a style and a colour of the theme, which it keeps when either changes. Plain text.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextStyle style = TextStyle::Body,
                       Token color = Token::TextPrimary, QWidget *parent = nullptr);
    void setLook(TextStyle style, Token color);
    void setWeight(QFont::Weight weight);
    void setColor(Token color);
    /// A sentence in bold before plain text; both may hold any characters.
    void setTitleAndText(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();

    TextStyle m_style;
    Token m_color;
    int m_weight = -1;
    QString m_title, m_body;
    bool m_composed = false;
};

/// One line that is shortened with an ellipsis when there is no room; then the tooltip has all of
/// it.
class ElidedLabel : public PaintedWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextStyle style = TextStyle::Body,
                         Token color = Token::TextPrimary, QWidget *parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString &text);
    void setWeight(QFont::Weight weight);
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString spokenText() const override { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QFont lineFont() const;

    QString m_text;
    TextStyle m_style;
    Token m_color;
    int m_weight = -1;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

/// An amount as it was formatted, in digits of equal width, on the right. Give the spoken form
/// ("12 dollars 43") as its accessible name.
class MoneyLabel : public PaintedWidget {
    Q_OBJECT
public:
    explicit MoneyLabel(const QString &amount = {}, TextStyle style = TextStyle::Body,
                        Token color = Token::TextPrimary, QWidget *parent = nullptr);
    QString amount() const { return m_amount; }
    void setAmount(const QString &amount, const QString &spoken = {});
    void setWeight(QFont::Weight weight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override { return m_amount; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont amountFont() const;

    QString m_amount;
    TextStyle m_style;
    Token m_color;
    QFont::Weight m_weight = QFont::DemiBold;
};

} // namespace keyway
